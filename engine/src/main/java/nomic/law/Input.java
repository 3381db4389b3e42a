package nomic.law;

import java.util.List;

/**
 * A value that an offered action asks for. Numbers lie between {@code min} and {@code max}, texts
 * are at most {@code max} characters long, a choice is one of {@code choices}.
 */
public record Input(String name, InputType type, List<String> choices, long min, long max) {
    private static final long LONGEST_TEXT = 1000;

    public Input {
        choices = List.copyOf(choices);
    }

    /** A whole number from {@code min} to {@code max}. */
    public static Input number(String name, long min, long max) {
        return new Input(name, InputType.NUMBER, List.of(), min, max);
    }

    /** A text of at most {@code longest} characters, never more than 1,000. */
    public static Input text(String name, long longest) {
        return new Input(name, InputType.TEXT, List.of(), 0, Math.min(longest, LONGEST_TEXT));
    }

    /** One of some words. */
    public static Input choice(String name, List<String> choices) {
        return new Input(name, InputType.CHOICE, choices, 0, 0);
    }

    /** The name of an active player. */
    public static Input player(String name) {
        return new Input(name, InputType.PLAYER, List.of(), 0, 0);
    }

    /** Yes or no. */
    public static Input flag(String name) {
        return new Input(name, InputType.FLAG, List.of(), 0, 0);
    }
}
