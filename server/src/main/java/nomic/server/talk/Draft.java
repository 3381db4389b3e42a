package nomic.server.talk;

/**
 * What somebody wants to say.
 *
 * @param proposal what it is about; 0 for the game as a whole
 */
record Draft(String author, int proposal, String text) {}
