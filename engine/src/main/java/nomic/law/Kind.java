package nomic.law;

/** What a proposal would do to the rulebook. */
public enum Kind {
    ENACT,
    AMEND,
    REPEAL,
    TRANSMUTE
}
