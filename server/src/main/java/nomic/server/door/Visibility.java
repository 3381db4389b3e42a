package nomic.server.door;

/** Who sees a game. */
public enum Visibility {
    /** Everybody, also in the list of games. */
    PUBLIC,
    /** Everybody who knows its id. */
    UNLISTED,
    /** Its master, its players and those invited. */
    PRIVATE
}
