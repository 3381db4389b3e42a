package nomic.log;

/**
 * An entry that is not what it should be.
 *
 * @param command the id of its command
 * @param since the position from which on the logged state hashes are not those of the logged
 *     events, if this may be only a consequence of that; else 0
 * @param detail what differs, in words
 */
public record Finding(
        GameId game,
        long position,
        String player,
        String command,
        What what,
        long since,
        String detail) {
    /** What differs. */
    public enum What {
        /** A position or sequence number is missing or out of order, or epoch or time go back. */
        ORDER,
        /** The link is not that of the entry, or does not follow from the link before. */
        CHAIN,
        /** The seed does not follow from that of the entry before. */
        SEED,
        /** The entry cannot be read; what follows it cannot be judged. */
        UNREADABLE,
        /** Deciding the command again breaks. */
        UNDECIDABLE,
        OUTCOME,
        EVENTS,
        RULEBOOK,
        STATE
    }
}
