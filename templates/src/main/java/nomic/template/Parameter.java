package nomic.template;

/**
 * A place in a template that a value fills.
 *
 * @param meaning what it stands for, as a phrase
 * @param example a value that fits
 */
public record Parameter(String name, String meaning, ValueType type, String example) {
    /** The refusal of a value; its text is shown without signs that would not be seen. */
    Refusal refuse(String where, String value, String problem) {
        return new Refusal(
                name,
                Refusal.shown(value),
                "The value `" + Refusal.shown(value) + "` of " + where + " " + problem + ".",
                "Write " + type.allowed() + ".");
    }
}
