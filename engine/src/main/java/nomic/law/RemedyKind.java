package nomic.law;

/** What a Judge orders. */
public enum RemedyKind {
    /** A player gets points, or loses them where the amount is below zero. */
    POINTS,
    /** A proposal that is open is defeated. */
    DEFEAT,
    /** A rule is suspended until it is amended. */
    SUSPEND,
    /** The debate on a proposal is over, and its vote begins. */
    VOTE
}
