package nomic.server.notice;

/** What somebody is told. */
public enum Kind {
    /** It is your turn. */
    TURN,
    /** A vote is open, and you have not voted. */
    VOTE,
    /** Your proposal was adopted, and is in effect. */
    ADOPTED,
    /** Your proposal was defeated. */
    DEFEATED,
    /** Your proposal was adopted and could not take effect. */
    VOID,
    /** A case is yours to judge. */
    JUDGE,
    /** You are invited to a game. */
    INVITED,
    /** Somebody asks you, the master, to be let in. */
    LET_IN,
    /** Somebody has written {@code @} and your name in a game of yours. */
    MENTIONED,
    /** The master has removed you from a game. */
    REMOVED,
    /** A game is paused. */
    PAUSED,
    /** A game goes on. */
    RESUMED,
    /** A game is over. */
    ENDED
}
