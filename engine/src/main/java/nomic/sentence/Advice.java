package nomic.sentence;

import nomic.code.Diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** What to say of a line that cannot be read in exactly one way. */
final class Advice {
    private final Sentences sentences;
    private final boolean when;
    private final Draft.Line line;
    private final List<Token> tokens;

    Advice(Sentences sentences, boolean when, Draft.Line line, List<Token> tokens) {
        this.sentences = sentences;
        this.when = when;
        this.line = line;
        this.tokens = tokens;
    }

    /** There are two ways. */
    Diagnostic unclear(List<LineReader.Way> ways) {
        Sentence first = ways.get(0).form().sentence();
        Sentence second = ways.get(1).form().sentence();
        String message =
                first.equals(second)
                        ? "The words in the places of " + quoted(first) + " can be read two ways."
                        : "This can be read two ways: as "
                                + named(first)
                                + " and as "
                                + named(second)
                                + ".";
        return remark(
                "two-meanings",
                line.column(),
                message,
                "It could be "
                        + ways.get(0).code()
                        + " or "
                        + ways.get(1).code()
                        + ". Choose other words, or write DRL after a >.");
    }

    /** There is none. */
    Diagnostic unknown() {
        return switch (Misfit.of(sentences, when, tokens)) {
            case null -> unlike();
            case Misfit misfit -> misfit(misfit);
        };
    }

    private Diagnostic misfit(Misfit misfit) {
        Token first = tokens.get(misfit.from());
        return remark(
                "wrong-words",
                first.column(),
                "\""
                        + misfit.words()
                        + "\" cannot stand for {"
                        + misfit.place()
                        + "} in "
                        + quoted(misfit.form().sentence())
                        + ".",
                "There stands " + PlaceKind.of(misfit.place()).takes() + ".");
    }

    private Diagnostic unlike() {
        List<Form> other = when ? sentences.then() : sentences.when();
        boolean elsewhere =
                !new LineReader(sentences.words(), tokens, new Steps(100_000))
                        .ways(other)
                        .isEmpty();
        if (elsewhere) {
            return remark(
                    "wrong-part",
                    line.column(),
                    "This sentence belongs under " + (when ? "Then." : "When."),
                    when
                            ? "Under When stands what is so or has happened, under Then what is"
                                    + " done."
                            : "Put it above the line with Then.");
        }
        String part = when ? "When" : "Then";
        return remark(
                "no-sentence",
                line.column(),
                "No sentence under " + part + " reads like this.",
                nearest());
    }

    private String nearest() {
        String some =
                Likeness.nearest(when ? sentences.when() : sentences.then(), tokens).stream()
                        .map(form -> quoted(form.sentence()))
                        .collect(Collectors.joining(", "));
        return some.isEmpty()
                ? "Read the list of sentences, or write DRL after a >."
                : "The nearest are " + some + ". Or write DRL after a >.";
    }

    private static String named(Sentence sentence) {
        return quoted(sentence) + " (" + sentence.origin() + ")";
    }

    private static String quoted(Sentence sentence) {
        return "\"" + sentence.text() + "\"";
    }

    private Diagnostic remark(String code, int column, String message, String hint) {
        return Remarks.error(code, line.number(), column, message, hint);
    }
}
