package nomic.session;

import nomic.code.Meter;
import nomic.game.Decided;
import nomic.game.Decider;
import nomic.game.Envelope;
import nomic.game.GameState;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Decides commands of which nothing is kept, all on the budget of one. */
final class TrialDecider implements Decider {
    private static final int MOST_COMMANDS = 200;
    private static final int MOST_TRIES = 8;

    /** What comes of a fork could not be found out; the message says why, as a sentence's end. */
    static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unclear(String why) {
            super(why, null, false, false);
        }
    }

    private final Rulebooks rulebooks;
    private final Kernel kernel;
    private final Meter meter;
    private int commands;

    TrialDecider(Rulebooks rulebooks, Kernel kernel, Meter meter) {
        this.rulebooks = rulebooks;
        this.kernel = kernel;
        this.meter = meter;
    }

    @Override
    public Decided decide(GameState state, Envelope envelope) {
        Decided decided = decideUnchanged(state, envelope);
        return decided == null ? decide(state, envelope, List.of()) : decided;
    }

    /** Decides with some revisions left out. */
    Decided decide(GameState state, Envelope envelope, List<Suspension> without) {
        Decided decided = decide(state, envelope, without, true);
        return Objects.requireNonNull(decided);
    }

    /** Null where the rulebook changes by it. */
    @Nullable Decided decideUnchanged(GameState state, Envelope envelope) {
        return decide(state, envelope, List.of(), false);
    }

    private @Nullable Decided decide(
            GameState state, Envelope envelope, List<Suspension> without, boolean ownBase) {
        if (++commands > MOST_COMMANDS) {
            throw new Unclear("more than " + MOST_COMMANDS + " moves");
        }
        var out = new ArrayList<Suspension>(without);
        for (int i = 0; i < MOST_TRIES; i++) {
            var attempt =
                    new Attempt(rulebooks, kernel, state, envelope, out, ownBase, meter, Aim.AHEAD);
            switch (attempt.run()) {
                case Attempt.Result.Finished(Decided decided, _) -> {
                    return decided;
                }
                case Attempt.Result.NeedsOwnBase() -> {
                    return null;
                }
                case Attempt.Result.Broke broke -> out.add(broke.suspension());
            }
        }
        throw new Unclear("more than one command may use");
    }
}
