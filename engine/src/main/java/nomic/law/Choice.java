package nomic.law;

/** What a ballot says of a proposal. */
public enum Choice {
    FOR,
    AGAINST,
    ABSTAIN
}
