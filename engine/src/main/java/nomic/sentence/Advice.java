package nomic.sentence;

import nomic.code.Diagnostic;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/** What to say of a line that cannot be read in exactly one way. */
final class Advice {
    private static final int STEPS = 100_000;
    private static final int LONGEST = 16_000;

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
        Token joint = joint();
        if (joint != null) {
            return joint(joint);
        }
        Token given = unquoted();
        if (given != null) {
            return remark(
                    "wrong-words",
                    given.column(),
                    "\"" + given.text() + "\" has no quotes.",
                    "What a player fills in is named in quotes: given as \""
                            + given.text()
                            + "\".");
        }
        Habit habit = Habit.of(line, this::readsAs);
        if (habit != null) {
            return remark(
                    "wrong-words",
                    habit.column(),
                    "\"" + habit.said() + "\" is no word of a sentence here.",
                    habit.write());
        }
        return switch (Misfit.of(sentences, when, tokens)) {
            case null -> unlike();
            case Misfit misfit -> misfit(misfit);
        };
    }

    /** The name of an argument without quotes, as in {@code the number given as points}. */
    private @Nullable Token unquoted() {
        for (int i = 2; i < tokens.size(); i++) {
            boolean named = tokens.get(i - 2).is("given") && tokens.get(i - 1).is("as");
            if (named && tokens.get(i).kind() == Token.Kind.WORD) {
                return tokens.get(i);
            }
        }
        return null;
    }

    /** Whether other words would be a sentence, or one with a word that does not fit. */
    private boolean readsAs(String text) {
        List<Token> other = Token.of(text, line.column(), LONGEST);
        return reads(other)
                || (Misfit.of(sentences, when, other) != null
                        && Misfit.of(sentences, when, tokens) == null);
    }

    /** The word that joins two sentences on a line, or alternatives; null where there is none. */
    private @Nullable Token joint() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("or") && i == 0) {
                return token;
            }
            if ((token.is("and") || token.is("or")) && reads(tokens.subList(0, i))) {
                return token;
            }
        }
        return null;
    }

    private boolean reads(List<Token> part) {
        List<Form> forms = when ? sentences.when() : sentences.then();
        return !part.isEmpty()
                && !new LineReader(sentences.words(), part, new Steps(STEPS)).ways(forms).isEmpty();
    }

    private Diagnostic joint(Token joint) {
        return joint.is("or")
                ? remark(
                        "no-sentence",
                        joint.column(),
                        "A law has no \"or\".",
                        "Write two laws, one for each case.")
                : remark(
                        "no-sentence",
                        joint.column(),
                        "Two sentences stand on one line.",
                        "Begin a new line at this \"and\".");
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
                instead(misfit));
    }

    /** What to write instead of words that do not fit. */
    private String instead(Misfit misfit) {
        PlaceKind kind = PlaceKind.of(misfit.place());
        String takes = "There stands " + kind.takes();
        String words = misfit.words();
        if (kind == PlaceKind.TEXT) {
            if (words.startsWith("\"") && words.indexOf('"', 1) < 0) {
                return "The quotes that open here are not closed: write \" behind the text.";
            }
            return words.contains("\"")
                    ? takes + ", and in a text stand no double quotes: write 'so'."
                    : takes + ": write \"" + words.replace("'", "").strip() + "\".";
        }
        if (kind == PlaceKind.ASSET && digits(misfit.from())) {
            return "Numbers are whole, and nothing stands between their digits: 10, 1000.";
        }
        if (kind == PlaceKind.NUMBER
                && words.matches(".*\\b(half|thirds?|quarters?|percent|%).*")) {
            return takes
                    + "; for a share there are sentences with {number} percent: nomic sentences"
                    + " percent lists them.";
        }
        return kind == PlaceKind.ASSET && words.matches("[a-z]+( [a-z]+){1,2}")
                ? takes + ": write " + words.replace(' ', '-') + "."
                : takes + ".";
    }

    /** Whether a number goes on here behind a comma or a dot. */
    private boolean digits(int at) {
        return at > 0
                && tokens.get(at - 1).kind() == Token.Kind.NUMBER
                && (tokens.get(at).kind() == Token.Kind.NUMBER
                        || tokens.get(at).text().equals("."));
    }

    private Diagnostic unlike() {
        List<Form> other = when ? sentences.then() : sentences.when();
        boolean elsewhere =
                !new LineReader(sentences.words(), tokens, new Steps(STEPS)).ways(other).isEmpty();
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
