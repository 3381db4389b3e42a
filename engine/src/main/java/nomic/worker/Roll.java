package nomic.worker;

/**
 * How many processes there are for one kind of question.
 *
 * @param running idle or not
 * @param idle those that wait for a question
 * @param lost those that have ended over a question so far
 */
public record Roll(int running, int idle, long lost) {}
