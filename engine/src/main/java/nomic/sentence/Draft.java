package nomic.sentence;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A law as its author wrote it. */
final class Draft {
    /**
     * A sentence of a law.
     *
     * @param text without the words before it, such as {@code When} and {@code and}
     * @param number its line in the author's text, from 1
     * @param column where it begins, from 1
     */
    record Line(String text, int number, int column) {}

    private static final int LONGEST_NAME = 90;
    private static final String SIGNS = " '-,.:()";

    private final int number;
    private final @Nullable String name;
    private final List<Line> when = new ArrayList<>();
    private final List<Line> then = new ArrayList<>();

    /**
     * @param number the line on which the law begins
     * @param name null where it has none
     */
    Draft(int number, @Nullable String name) {
        this.number = number;
        this.name = name;
    }

    int number() {
        return number;
    }

    /** What the law is called: its name, or else its first sentence. */
    String name() {
        String text = name != null ? name : when.isEmpty() ? "law" : when.getFirst().text();
        return plain(text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text);
    }

    /** Without the signs that the name of a rule cannot have. */
    private static String plain(String name) {
        var plain = new StringBuilder();
        name.chars()
                .forEach(
                        c -> {
                            boolean letter = c < 128 && Character.isLetterOrDigit(c);
                            plain.append(letter || SIGNS.indexOf(c) >= 0 ? (char) c : '\'');
                        });
        return plain.toString().strip();
    }

    List<Line> when() {
        return when;
    }

    List<Line> then() {
        return then;
    }
}
