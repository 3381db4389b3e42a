package nomic.law;

/** What a rule asks for with a claim. */
public enum ClaimKind {
    ADOPT,
    DEFEAT,
    BALLOT,
    OPEN_VOTE,
    TURN,
    HOLDING,
    TRANSFER,
    WIN,
    DRAW,
    STANDING,
    REMOVE,
    SCHEDULE,
    CANCEL,
    OFFER,
    WITHDRAW,
    ANNOUNCE,
    CONCEAL,
    REVEAL,
    NUMBERING,
    RENUMBER,
    SUSPEND,
    PRECEDENCE,
    APPOINT,
    OVERRULE,
    CLOSE_CASE
}
