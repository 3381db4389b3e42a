package nomic.history;

/** Something that a history shows and that must not be. */
public record Violation(Promise promise, String detail) {
    /** What a history must show. */
    public enum Promise {
        /** Positions and numbers of events count from 1 without gaps, and each entry is sealed. */
        SEQUENCE,
        /** The epoch never goes back. */
        EPOCH,
        /** A command is in the log at most once. */
        ONCE,
        /** What was acknowledged is in the log, where it was promised. */
        KEPT,
        /**
         * What was answered before another command was sent stands before it; nor is time turned.
         */
        ORDER,
        /** A listener hears a part of the log without gaps, and in the end all. */
        HEARD,
        /** The events fold into the state that was recorded and served. */
        FOLD,
        /** What was refused stays refused. */
        REFUSAL
    }
}
