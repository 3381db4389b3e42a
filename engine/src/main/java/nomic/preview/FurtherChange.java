package nomic.preview;

/**
 * Whether the rules can be changed again afterwards, if all players work together.
 *
 * @param obstacle what stands against it, as a part of a sentence; empty where nothing is known
 */
public record FurtherChange(Possible possible, String obstacle) {
    static final FurtherChange UNKNOWN = new FurtherChange(Possible.UNKNOWN, "");

    /** What is known of it. */
    public enum Possible {
        YES,
        NO,
        /** It was not looked at, or not found out within the budget of a command. */
        UNKNOWN
    }
}
