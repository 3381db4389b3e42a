package nomic.law;

/** Whether a player still plays. */
public enum Standing {
    ACTIVE,
    LEFT,
    FORFEITED
}
