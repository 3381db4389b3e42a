package nomic.law;

/** What a rule asks for with a claim. */
public enum ClaimKind {
    ADOPT,
    DEFEAT,
    OPEN_VOTE,
    TURN,
    HOLDING,
    TRANSFER,
    WIN,
    SCHEDULE,
    CANCEL,
    OFFER,
    WITHDRAW,
    ANNOUNCE,
    NUMBERING,
    RENUMBER
}
