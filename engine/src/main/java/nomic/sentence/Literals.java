package nomic.sentence;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** What single words, numbers and quoted texts are in code. */
final class Literals {
    private static final int MOST_DIGITS = 15;

    private Literals() {}

    /** The code for a token in a place of a kind; null where it does not fit. */
    static @Nullable String of(PlaceKind kind, Token token) {
        return switch (token.kind()) {
            case NUMBER -> takesNumbers(kind) ? number(token.text()) : null;
            case QUOTED -> takesTexts(kind) ? quoted(token.text()) : null;
            case VARIABLE -> token.text();
            case WORD -> kind == PlaceKind.ASSET ? quoted(lower(token.text())) : null;
            case PLACE, MARK -> null;
        };
    }

    private static boolean takesNumbers(PlaceKind kind) {
        return switch (kind) {
            case NUMBER, VALUE -> true;
            case PROPOSAL, RULE, CASE, PLAYER, ASSET, TEXT, CHOICE, ANSWER, STANDING, TIME, INPUT ->
                    false;
        };
    }

    private static boolean takesTexts(PlaceKind kind) {
        return switch (kind) {
            case PLAYER, ASSET, TEXT, VALUE -> true;
            case NUMBER, PROPOSAL, RULE, CASE, CHOICE, ANSWER, STANDING, TIME, INPUT -> false;
        };
    }

    private static @Nullable String number(String digits) {
        if (digits.length() > MOST_DIGITS) {
            return null;
        }
        long number = Long.parseLong(digits);
        return number == (int) number ? String.valueOf(number) : number + "L";
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** A text of Java; control characters become spaces. */
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars()
                .forEach(
                        c -> {
                            if (c == '"' || c == '\\') {
                                quoted.append('\\');
                            }
                            quoted.append(c < ' ' ? ' ' : (char) c);
                        });
        return quoted.append('"').toString();
    }
}
