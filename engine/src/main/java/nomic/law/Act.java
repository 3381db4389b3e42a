package nomic.law;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A player takes an offered action. The arguments have been checked against the inputs of the
 * offer.
 */
public record Act(String player, String name, Map<String, Object> arguments, Instant at)
        implements Move {
    public Act {
        arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
    }

    /** The text, choice or player given for an input. */
    public String text(String input) {
        return String.valueOf(arguments.get(input));
    }

    /** The number given for an input; 0 where it is not a number. */
    public long number(String input) {
        return arguments.get(input) instanceof Number number ? number.longValue() : 0;
    }

    /** The yes or no given for an input. */
    public boolean flag(String input) {
        return Boolean.TRUE.equals(arguments.get(input));
    }
}
