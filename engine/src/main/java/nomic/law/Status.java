package nomic.law;

/** Where a proposal stands. */
public enum Status {
    DEBATE,
    VOTING,
    ADOPTED,
    DEFEATED,
    VOID,
    WITHDRAWN
}
