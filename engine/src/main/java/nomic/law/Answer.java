package nomic.law;

/** What a Judge says of the statement of a case. */
public enum Answer {
    TRUE,
    FALSE,
    /** A move is as legal as it is illegal. */
    PARADOX,
    /** The legality of a move can never be settled. */
    UNDECIDABLE,
    /** Play cannot go on. */
    IMPOSSIBLE;

    /** True where nobody can go on: the answers that Suber's rule 213 is about. */
    public boolean isEnding() {
        return this == PARADOX || this == UNDECIDABLE || this == IMPOSSIBLE;
    }
}
