package nomic.session;

import nomic.code.Texts;
import nomic.law.Input;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** Puts what rules write into plain lines of a bounded length. */
final class Wording {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 500;
    private static final int MOST_CHOICES = 100;

    private Wording() {}

    static String name(String name) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a name has 1 to " + LONGEST_NAME + " characters, not '" + word(name) + "'");
        }
        return Line.of(name, LONGEST_NAME);
    }

    static String text(String text) {
        return Line.of(word(text), LONGEST_TEXT);
    }

    /** The text with the next argument for each {@code {}}. */
    static String announcement(String text, Object... arguments) {
        String frame = text(text);
        var filled = new StringBuilder();
        int from = 0;
        for (Object argument : arguments) {
            int gap = frame.indexOf("{}", from);
            if (gap < 0) {
                break;
            }
            filled.append(frame, from, gap).append(text(word(argument)));
            from = gap + 2;
        }
        return text(filled.append(frame, from, frame.length()).toString());
    }

    static Input input(Input input) {
        if (input.choices().size() > MOST_CHOICES) {
            throw new IllegalArgumentException("an input has at most " + MOST_CHOICES + " choices");
        }
        List<String> choices = input.choices().stream().map(Wording::text).toList();
        return new Input(name(input.name()), input.type(), choices, input.min(), input.max());
    }

    /** Only plain values are written: nothing of a rule's own classes is called. */
    static String word(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case String text -> text;
            case Number number when number.getClass().getName().startsWith("java.") ->
                    number.toString();
            case Boolean truth -> truth.toString();
            case Character letter -> letter.toString();
            case Instant instant -> instant.toString();
            case Enum<?> constant -> constant.name();
            default -> Texts.nameOf(value);
        };
    }
}
