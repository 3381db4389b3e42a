package nomic.log;

import nomic.game.Decided;
import nomic.game.Envelope;
import nomic.game.GameState;

/** Decides commands: a function, with the same answer for the same arguments. */
@FunctionalInterface
public interface Decider {
    Decided decide(GameState state, Envelope envelope);
}
