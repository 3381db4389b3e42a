package nomic.preview;

import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.game.Refusal;
import nomic.law.Kind;

import java.util.Random;
import java.util.Set;

/** Plays a fork on in random moves, which change no rule that a machine applies. */
final class Continuation {
    static final int TURNS = 10;

    private static final int MOST_REFUSED = 12;
    private static final int MOST_MOVES = 120;

    /** Random players have no texts of their own. */
    private static final class Customs implements RandomMoves.Ideas {
        @Override
        public Command.Propose next(GameState state) {
            return custom();
        }

        @Override
        public Command.Propose custom() {
            return new Command.Propose(Kind.ENACT, 0, "A custom", "We greet each other.", "");
        }
    }

    private final Fork fork;
    private final Budget budget;
    private final long seed;
    private final Set<Integer> changed;
    private final RandomMoves moves;
    private int turns;
    private int permitted;
    private int refusals;
    private int refusalsByChange;

    /**
     * @param changed the numbers of the changed rules
     */
    Continuation(Fork fork, Budget budget, long seed, Set<Integer> changed) {
        this.fork = fork;
        this.budget = budget;
        this.seed = seed;
        this.changed = changed;
        this.moves = new RandomMoves(new Random(seed), new Customs());
    }

    RandomTurns play() {
        GameState before = fork.state();
        int mark = fork.events().size();
        boolean stuck = false;
        while (goesOn() && !stuck) {
            stuck = !moved() && !movedAtAll() && !fork.passTime() && goesOn();
        }
        var events = fork.events();
        var differences =
                new Differences(before, fork.state(), events.subList(mark, events.size()));
        return new RandomTurns(
                seed,
                turns,
                permitted,
                refusals,
                refusalsByChange,
                differences.points(),
                differences.winners(),
                fork.isOver(),
                stuck,
                differences.suspended());
    }

    private boolean goesOn() {
        return !fork.isOver() && turns < TURNS && permitted < MOST_MOVES && !budget.isSpent();
    }

    /** Whether one of some moves that came to mind was permitted. */
    private boolean moved() {
        for (int i = 0; i < MOST_REFUSED && goesOn(); i++) {
            if (RandomMoves.players(fork.state()).isEmpty()) {
                return false;
            }
            if (made(moves.next(fork.state()))) {
                return true;
            }
        }
        return false;
    }

    private boolean movedAtAll() {
        return moves.all(fork.state()).stream().anyMatch(move -> goesOn() && made(move));
    }

    private boolean made(RandomMoves.Candidate move) {
        if (move.command() instanceof Command.PassTime) {
            return fork.passTime();
        }
        GameState before = fork.state();
        Refusal refusal = fork.move(move.player(), move.command());
        count(before, fork.history().getLast());
        if (refusal instanceof Refusal.Forbidden(int rule, _, _, _) && changed.contains(rule)) {
            refusalsByChange++;
        }
        return refusal == null;
    }

    private void count(GameState before, Decided decided) {
        if (decided.outcome() instanceof Outcome.Refused) {
            refusals++;
            return;
        }
        permitted++;
        boolean turned = before.turn() != null && !before.turn().equals(fork.state().turn());
        if (turned || (before.turn() == null && settled(decided))) {
            turns++;
        }
    }

    private static boolean settled(Decided decided) {
        return decided.events().stream()
                .map(Occurrence::event)
                .anyMatch(Event.VoteSettled.class::isInstance);
    }
}
