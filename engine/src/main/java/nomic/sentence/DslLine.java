package nomic.sentence;

import nomic.code.Diagnostic;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One entry of a DSL, {@code [when]key=code}, in the part of Drools' format that is allowed:
 * literal words and places. All else would reach a regular expression.
 */
record DslLine(
        Sentence.Part part,
        PlaceKind kind,
        List<Token> words,
        String key,
        String code,
        int number,
        String section) {
    static final int LONGEST_KEY = 200;
    static final int LONGEST_CODE = 1_000;
    private static final int MOST_WORDS = 40;
    private static final int MOST_PLACES = 8;
    private static final Pattern PLACE = Pattern.compile("[a-z][a-z0-9]{0,30}");

    /** What came of a line. */
    sealed interface Result {
        record Fine(DslLine line) implements Result {}

        record Wrong(Diagnostic remark) implements Result {}
    }

    static Result of(String text, int number, String section) {
        return new Reader(text, number, section).read();
    }

    /** The entry for Drools, which cannot read a comma after a place. */
    String entry() {
        String scope =
                switch (part) {
                    case WHEN -> "[when]";
                    case THEN -> "[then]";
                    case WORDS -> "[*]";
                };
        return scope + plainKey() + "=" + code;
    }

    /** The key without commas. */
    String plainKey() {
        return key.replace(",", "");
    }

    private record Reader(String text, int number, String section) {
        Result read() {
            int end = text.indexOf(']');
            if (!text.startsWith("[") || end < 0) {
                return wrong(
                        1,
                        "This is no sentence of a DSL.",
                        "Write [when]words={code}, [then]words={code} or [*][player]words={code},"
                                + " without the braces; lines of remarks begin with #.");
            }
            return switch (text.substring(1, end)) {
                case "when", "condition" -> sentence(Sentence.Part.WHEN, PlaceKind.VALUE, end + 1);
                case "then", "consequence" ->
                        sentence(Sentence.Part.THEN, PlaceKind.VALUE, end + 1);
                case "*" -> words(end + 1);
                case String other ->
                        wrong(
                                1,
                                "[" + other + "] is no part of a law.",
                                "Write [when], [then], or [*] and what the words stand for.");
            };
        }

        private Result words(int from) {
            int end = text.indexOf(']', from);
            PlaceKind kind =
                    text.startsWith("[", from) && end > 0
                            ? PlaceKind.named(text.substring(from + 1, end))
                            : null;
            if (kind == null) {
                return wrong(
                        from + 1,
                        "It is not said what these words stand for.",
                        "Write [*][player]words=code, or another of "
                                + String.join(", ", PlaceKind.words())
                                + ".");
            }
            return sentence(Sentence.Part.WORDS, kind, end + 1);
        }

        private Result sentence(Sentence.Part part, PlaceKind kind, int from) {
            int equals = text.indexOf('=', from);
            if (equals < 0) {
                return wrong(
                        from + 1, "There is no code.", "Write = and the code after the words.");
            }
            String key = text.substring(from, equals).strip();
            String code = text.substring(equals + 1).strip();
            List<Token> words = Token.of(key, from + 1, MOST_WORDS + 1);
            Diagnostic remark = checkKey(key, words, from + 1);
            if (remark == null) {
                remark = checkCode(code, words, equals + 2);
            }
            return remark == null
                    ? new Result.Fine(new DslLine(part, kind, words, key, code, number, section))
                    : new Result.Wrong(remark);
        }

        private @Nullable Diagnostic checkKey(String key, List<Token> words, int column) {
            if (key.length() > LONGEST_KEY || words.size() > MOST_WORDS) {
                return remark(
                        column,
                        "The sentence is too long.",
                        "At most " + MOST_WORDS + " words and " + LONGEST_KEY + " characters.");
            }
            var places = new HashSet<String>();
            for (Token word : words) {
                Diagnostic remark = checkWord(word, places);
                if (remark != null) {
                    return remark;
                }
            }
            if (places.size() > MOST_PLACES) {
                return remark(
                        column,
                        "The sentence has too many places.",
                        "At most " + MOST_PLACES + ".");
            }
            return places.size() == words.size()
                    ? remark(
                            column,
                            "The sentence has no words of its own.",
                            "Write some words beside the places.")
                    : null;
        }

        private @Nullable Diagnostic checkWord(Token word, HashSet<String> places) {
            return switch (word.kind()) {
                case WORD ->
                        word.text().chars().allMatch(c -> c < 128)
                                ? null
                                : remark(
                                        word.column(),
                                        "The word \""
                                                + word.text()
                                                + "\" has other letters than a"
                                                + " to z.",
                                        "Write it with the letters a to z.");
                case NUMBER -> null;
                case PLACE ->
                        !PLACE.matcher(word.text()).matches()
                                ? remark(
                                        word.column(),
                                        "{" + word.text() + "} is no name of a place.",
                                        "A name is small letters, and digits after them, such as"
                                                + " {number2}. Regular expressions are not"
                                                + " allowed.")
                                : places.add(word.text())
                                        ? null
                                        : remark(
                                                word.column(),
                                                "There are two places {" + word.text() + "}.",
                                                "Number them: {"
                                                        + word.text()
                                                        + "} and {"
                                                        + word.text()
                                                        + "2}.");
                case MARK -> word.text().equals("'s") ? null : foreign(word);
                case QUOTED, VARIABLE -> foreign(word);
            };
        }

        private Diagnostic foreign(Token word) {
            return remark(
                    word.column(),
                    "A sentence cannot have " + word.written() + ".",
                    "It is made of words, numbers, commas and places such as {player}.");
        }

        private @Nullable Diagnostic checkCode(String code, List<Token> words, int column) {
            if (code.isEmpty() || code.length() > LONGEST_CODE) {
                return remark(
                        column,
                        code.isEmpty() ? "There is no code." : "The code is too long.",
                        "Write 1 to " + LONGEST_CODE + " characters after the =.");
            }
            for (int at = 0; at < code.length(); at++) {
                char c = code.charAt(at);
                boolean newline = code.startsWith("\\n", at);
                if (c < ' ' || c > '~' || c == '\\' && !newline) {
                    return remark(
                            column + at,
                            "The code has a character that is not allowed here.",
                            "Write letters and marks of ASCII; \\n begins another line.");
                }
            }
            return checkPlaces(code, words, column);
        }

        private @Nullable Diagnostic checkPlaces(String code, List<Token> words, int column) {
            var left = new ArrayList<String>();
            int at = code.indexOf('{');
            while (at >= 0) {
                int end = code.indexOf('}', at);
                String name = end < 0 ? code.substring(at + 1) : code.substring(at + 1, end);
                if (words.stream().noneMatch(w -> isPlace(w, name))) {
                    return remark(
                            column + at,
                            "{" + name + "} is no place of the sentence.",
                            "Braces in code hold the name of a place; blocks in braces belong into"
                                    + " a function of DRL.");
                }
                left.add(name);
                at = code.indexOf('{', end);
            }
            for (Token word : words) {
                if (word.kind() == Token.Kind.PLACE && !left.contains(word.text())) {
                    return remark(
                            word.column(),
                            "The code does not use {" + word.text() + "}.",
                            "Use it, or write words instead of the place.");
                }
            }
            return code.chars().filter(c -> c == '}').count() == left.size()
                    ? null
                    : remark(column, "There is a } without a {.", "Leave it out.");
        }

        private static boolean isPlace(Token word, String name) {
            return word.kind() == Token.Kind.PLACE && word.text().equals(name);
        }

        private Result wrong(int column, String message, String hint) {
            return new Result.Wrong(remark(column, message, hint));
        }

        private Diagnostic remark(int column, String message, String hint) {
            return Remarks.error(Remarks.DSL, number, column, message, hint);
        }
    }
}
