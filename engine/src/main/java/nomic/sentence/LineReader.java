package nomic.sentence;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the ways in which a line can be read. Places are filled by words whose own reading is kept,
 * and each step is paid for, so no line takes longer than its budget.
 */
final class LineReader {
    /**
     * One way to read a line.
     *
     * @param form the sentence
     * @param code what it expands to
     * @param needs the variables that it takes from the lines above
     * @param imports the types of other rules that the code names
     */
    record Way(Form form, String code, Set<Value.Need> needs, Set<String> imports) {}

    /** Two are enough to know that a line is not clear. */
    private static final int ENOUGH = 2;

    private static final int DEEPEST = 6;
    private static final int LONGEST_CODE = 4_000;

    private record Span(PlaceKind kind, int from, int to) {}

    private final Words words;
    private final List<Token> line;
    private final Steps steps;
    private final Map<Span, List<Value>> known = new HashMap<>();
    private int depth;

    /**
     * @param words that can stand in places
     */
    LineReader(Words words, List<Token> line, Steps steps) {
        this.words = words;
        this.line = line;
        this.steps = steps;
    }

    /** The ways in which some of the forms read the whole line: none, one or two. */
    List<Way> ways(List<Form> forms) {
        var ways = new ArrayList<Way>();
        for (Form form : forms) {
            for (Value value : read(form, 0, line.size())) {
                var way = new Way(form, value.code(), value.needs(), value.imports());
                if (ways.stream().noneMatch(it -> isSame(it, way))) {
                    ways.add(way);
                }
                if (ways.size() == ENOUGH) {
                    return ways;
                }
            }
        }
        return ways;
    }

    private static boolean isSame(Way one, Way other) {
        return one.code().equals(other.code()) && one.imports().equals(other.imports());
    }

    /** The values that some words can be. */
    List<Value> values(PlaceKind kind, int from, int to) {
        var span = new Span(kind, from, to);
        List<Value> values = known.get(span);
        if (values == null) {
            values = depth == DEEPEST ? List.of() : find(kind, from, to);
            known.put(span, values);
        }
        return values;
    }

    private List<Value> find(PlaceKind kind, int from, int to) {
        var values = new ArrayList<Value>();
        depth++;
        for (Form form : words.beginningWith(line.get(from))) {
            if (kind.takes(form.kind())) {
                for (Value value : read(form, from, to)) {
                    if (values.size() < ENOUGH
                            && values.stream().noneMatch(it -> it.code().equals(value.code()))) {
                        values.add(value);
                    }
                }
            }
        }
        depth--;
        if (values.isEmpty()
                && to == from + 1
                && Literals.of(kind, line.get(from)) instanceof String code) {
            values.add(new Value(code, Set.of(), Set.of()));
        }
        return List.copyOf(values);
    }

    private List<Value> read(Form form, int from, int to) {
        if (form.words().size() > to - from) {
            return List.of();
        }
        var found = new ArrayList<Value>();
        new Fit(form, found, to).next(0, from, new HashMap<>());
        return found;
    }

    /** Lays the words of a form over those of the line, place by place. */
    private final class Fit {
        private final Form form;
        private final List<Value> found;
        private final int to;

        Fit(Form form, List<Value> found, int to) {
            this.form = form;
            this.found = found;
            this.to = to;
        }

        void next(int word, int at, Map<String, Value> filled) {
            steps.pay();
            if (found.size() == ENOUGH) {
                return;
            }
            if (word == form.words().size()) {
                if (at == to) {
                    add(fill(filled));
                }
                return;
            }
            Token token = form.words().get(word);
            int left = form.words().size() - word - 1;
            if (token.kind() != Token.Kind.PLACE) {
                if (at < to && line.get(at).says(token)) {
                    next(word + 1, at + 1, filled);
                }
                return;
            }
            int first = left == 0 ? to : at + 1;
            for (int end = first; end <= to - left && end > at; end++) {
                if (!follows(word + 1, end)) {
                    steps.pay();
                    continue;
                }
                for (Value value : values(PlaceKind.of(token.text()), at, end)) {
                    filled.put(token.text(), value);
                    next(word + 1, end, filled);
                }
            }
        }

        /** Whether the next word of the form stands where a place would end. */
        private boolean follows(int word, int end) {
            if (word == form.words().size()) {
                return true;
            }
            Token token = form.words().get(word);
            return token.kind() == Token.Kind.PLACE || end < to && line.get(end).says(token);
        }

        private void add(@Nullable Value value) {
            if (value != null && found.stream().noneMatch(it -> it.code().equals(value.code()))) {
                found.add(value);
            }
        }

        private @Nullable Value fill(Map<String, Value> filled) {
            String code = Template.fill(form.sentence().code(), filled, LONGEST_CODE);
            if (code == null) {
                return null;
            }
            var needs = new TreeSet<Value.Need>();
            for (String variable : form.needs()) {
                needs.add(new Value.Need(variable, form.sentence().text()));
            }
            filled.values().forEach(value -> needs.addAll(value.needs()));
            var imports = new TreeSet<>(form.imports());
            filled.values().forEach(value -> imports.addAll(value.imports()));
            return new Value(code, needs, imports);
        }
    }
}
