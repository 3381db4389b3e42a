package nomic.preview;

import nomic.game.GameState;

import java.util.List;

/** Plays tests that rules carry: a function of the two rulebooks. */
@FunctionalInterface
public interface Tester {
    /** In place of the id of a rule: all rules. */
    int ALL = 0;

    /**
     * Which tests of rules fail under a change.
     *
     * @param before the game, of which nothing but the rulebook matters
     * @param after the same once the change has taken effect
     * @param rule the id of the rule whose tests are played, or {@link #ALL}: those in force
     *     afterwards
     * @throws nomic.game.Undecidable when the process that plays them ends
     */
    List<BrokenTests> broken(GameState before, GameState after, int rule);
}
