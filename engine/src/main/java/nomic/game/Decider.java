package nomic.game;

/** Decides commands: a function, with the same answer for the same arguments. */
@FunctionalInterface
public interface Decider {
    /**
     * Decides a command on the state before it.
     *
     * @throws Undecidable when the processes that try it end, again and again
     */
    Decided decide(GameState state, Envelope envelope);
}
