package nomic.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Reads the lines of a table whose columns have types. */
final class ScoreTable {
    /** The lines by column, or what is wrong with them. */
    sealed interface Read {
        record Good(List<Map<String, String>> lines) implements Read {}

        record Bad(List<Refusal> refusals) implements Read {}
    }

    private ScoreTable() {}

    static Read read(String name, ValueType.Rows type, String text) {
        var parameter = new Parameter(name, "", type, "");
        var lines =
                text.replace("\r\n", "\n")
                        .lines()
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList();
        if (lines.isEmpty() || !lines.getFirst().replace(" ", "").equals(type.header())) {
            return bad(
                    parameter,
                    lines.isEmpty() ? "" : lines.getFirst(),
                    "is no line with the columns");
        }
        if (lines.size() == 1 || lines.size() > type.most() + 1) {
            return bad(parameter, text, "has " + (lines.size() - 1) + " lines below the first");
        }
        var rows = new ArrayList<Map<String, String>>();
        var refusals = new ArrayList<Refusal>();
        for (int i = 1; i < lines.size(); i++) {
            rows.add(row(parameter, type, i, lines.get(i), refusals));
        }
        if (refusals.isEmpty() && new LinkedHashSet<>(rows).size() < rows.size()) {
            return bad(parameter, text, "has one line twice");
        }
        return refusals.isEmpty() ? new Read.Good(rows) : new Read.Bad(refusals);
    }

    private static Map<String, String> row(
            Parameter parameter,
            ValueType.Rows type,
            int number,
            String line,
            List<Refusal> refusals) {
        var row = new LinkedHashMap<String, String>();
        var where = "line " + number + " of `" + parameter.name() + "`";
        var cells = List.of(line.split(",", -1));
        if (cells.size() != type.columns().size()) {
            refusals.add(
                    parameter.refuse(
                            where,
                            line,
                            "has " + cells.size() + " values, not " + type.columns().size()));
            return row;
        }
        for (int i = 0; i < cells.size(); i++) {
            var column = type.columns().get(i);
            var value = cells.get(i).strip();
            row.put(column.name(), value);
            if (!column.type().fits(value)) {
                refusals.add(
                        column.refuse(
                                "`" + column.name() + "` in " + where, value, "is not allowed"));
            }
        }
        return row;
    }

    private static Read bad(Parameter parameter, String value, String problem) {
        return new Read.Bad(
                List.of(parameter.refuse("`" + parameter.name() + "`", value, problem)));
    }
}
