package nomic.client;

/** Who sees a game. */
public enum Visibility {
    /** It is listed, and all see it. */
    PUBLIC,
    /** All see it who know its id. */
    UNLISTED,
    /** Its master sees it, its players, and those who are invited. */
    PRIVATE
}
