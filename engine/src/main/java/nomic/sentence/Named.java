package nomic.sentence;

import nomic.code.Diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the lines of a law have named so far: who is "that player", and the like. */
final class Named {
    private final Sentences sentences;
    private final List<Token> first;
    private final Map<String, String> lines = new TreeMap<>();
    private boolean complete = true;

    /**
     * @param first the first line of the law
     */
    Named(Sentences sentences, List<Token> first) {
        this.sentences = sentences;
        this.first = first;
    }

    void add(LineReader.Way way) {
        way.form().binds().forEach(it -> lines.putIfAbsent(it, way.form().sentence().text()));
    }

    /** A line could not be read, so it is not known what it names. */
    void lose() {
        complete = false;
    }

    /** Code of the author's own. */
    void add(String code) {
        Variables.bound(code).forEach(it -> lines.putIfAbsent(it, code));
    }

    List<Diagnostic> check(LineReader.Way way, Draft.Line line) {
        var remarks = new ArrayList<Diagnostic>();
        for (Value.Need need : way.needs()) {
            if (complete && !lines.containsKey(need.variable())) {
                remarks.add(unnamed(need, line));
                break;
            }
        }
        for (String variable : way.form().binds()) {
            String before = lines.get(variable);
            if (before != null) {
                remarks.add(twice(way, before, variable, line));
                break;
            }
        }
        return remarks;
    }

    private Diagnostic unnamed(Value.Need need, Draft.Line line) {
        return Remarks.error(
                "names-nothing",
                line.number(),
                line.column(),
                "No line above says what \"" + need.words() + "\" speaks of.",
                introduction(need.variable()));
    }

    private String introduction(String variable) {
        List<Form> forms =
                Stream.concat(sentences.when().stream(), sentences.then().stream())
                        .filter(form -> form.binds().contains(variable))
                        .toList();
        List<Form> nearest = Likeness.nearest(forms, first);
        List<String> some =
                (nearest.isEmpty() ? forms : nearest)
                        .stream().map(it -> "\"" + it.sentence().text() + "\"").limit(3).toList();
        return some.isEmpty()
                ? "Name it in a line above."
                : "Put a sentence above that names it, such as " + String.join(", ", some) + ".";
    }

    private Diagnostic twice(LineReader.Way way, String before, String variable, Draft.Line line) {
        String words = words(variable);
        return Remarks.error(
                "named-twice",
                line.number(),
                line.column(),
                "Both \""
                        + before
                        + "\" and \""
                        + way.form().sentence().text()
                        + "\" name "
                        + words
                        + ".",
                "Say "
                        + words
                        + " in the second sentence if the same is meant; if not, choose a sentence"
                        + " with \"another\", or write two laws.");
    }

    /** The words for a variable, such as "that player". */
    private String words(String variable) {
        return sentences.all().stream()
                .filter(it -> it.part() == Sentence.Part.WORDS && it.code().equals(variable))
                .map(it -> "\"" + it.text() + "\"")
                .findFirst()
                .orElse(variable);
    }
}
