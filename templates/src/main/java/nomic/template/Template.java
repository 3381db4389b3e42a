package nomic.template;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule with places for values.
 *
 * @param name in small letters with hyphens
 * @param description what the rule does to a game, for whom it is
 * @param prose the words of the rule, with places such as <code>{amount}</code>
 * @param head imports and declared types, without places; may be empty
 * @param code the DRL with places such as <code>@{amount}</code>; written once for each row where a
 *     parameter has rows
 */
public record Template(
        String name,
        String title,
        String description,
        List<Parameter> parameters,
        String prose,
        String head,
        String code) {
    public Template {
        parameters = List.copyOf(parameters);
    }

    /** All names that stand for a value: parameters, and columns in place of a table. */
    List<String> places() {
        return parameters.stream().flatMap(Template::places).toList();
    }

    private static Stream<String> places(Parameter parameter) {
        return parameter.type() instanceof ValueType.Rows rows
                ? rows.columns().stream().map(Parameter::name)
                : Stream.of(parameter.name());
    }

    /** The DRL with its places. */
    public String text() {
        return head.isBlank() ? code : head.strip() + "\n\n" + code;
    }

    /** The text in the form that Drools reads. */
    String source() {
        return places().stream().collect(Collectors.joining("\n", "template header\n", "\n\n"))
                + "template \""
                + name
                + "\"\n"
                + code
                + "\nend template\n";
    }
}
