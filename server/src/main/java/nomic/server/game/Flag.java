package nomic.server.game;

/** A parameter of a query that is there or not there. */
enum Flag {
    TRUE,
    FALSE
}
