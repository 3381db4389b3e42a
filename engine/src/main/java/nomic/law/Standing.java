package nomic.law;

/** Whether and how a player takes part. */
public enum Standing {
    ACTIVE,
    /** Has not been heard of for some time. */
    IDLE,
    /** Is on vacation. */
    AWAY,
    LEFT,
    FORFEITED
}
