package nomic.session;

import nomic.game.Decided;
import nomic.game.Envelope;
import nomic.game.GameState;

/** Decides commands by the rules of the game. */
public final class Interpreter implements AutoCloseable {
    /** Decides a command: a function of its arguments, in any process and after any history. */
    public Decided decide(GameState state, Envelope envelope) {
        throw new IllegalStateException("Cannot decide " + envelope.command() + " on " + state);
    }

    @Override
    public void close() {}
}
