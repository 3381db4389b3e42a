package nomic.session;

/** What a command is decided for. */
enum Aim {
    /** For the log: with the hashes, and the proof that the session holds what the events say. */
    RECORD,
    /**
     * For a fork that people look at: nothing is kept of it, so it is neither hashed nor proved.
     */
    FORK,
    /** To look ahead while another is decided: rules are shown no outlook. */
    AHEAD
}
