package nomic.rules;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Decider;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.GameStatus;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.preview.RandomMoves;
import nomic.ruleset.Ruleset;
import nomic.script.Table;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** A game of random players that is played until the rules end it. */
final class RandomGame {
    private static final int MOST_MOVES = 1_000;
    private static final int MOST_REFUSED = 12;
    private static final int SHOWN = 20;
    private static final Instant BEGINS = Instant.parse("2026-01-01T12:00:00Z");
    private static final List<String> NAMES = List.of("cyd", "ann", "dan", "bob", "eve");

    private final String name;
    private final Table table;
    private final Random random;
    private final RandomMoves moves;

    RandomGame(Ruleset ruleset, long seed, Decider decider) {
        name = ruleset.name() + ", seed " + seed;
        random = new Random(seed);
        table = new Table(decider, seed, BEGINS);
        boolean guarded = !ruleset.name().equals("blank");
        moves = new RandomMoves(random, new RandomProposals(random, guarded));
        table.open(ruleset.game(name), NAMES.subList(0, 3 + random.nextInt(3)));
    }

    /** Plays to the end and answers the moves, refused ones too. */
    List<Decided> play() {
        while (table.state().status() != GameStatus.FINISHED) {
            if (table.history().size() > MOST_MOVES) {
                throw failed("has no end after " + MOST_MOVES + " moves");
            }
            if (!moved() && !movedAtAll() && !timePassed() && !deadEnd()) {
                throw failed("is stuck, and no rule calls that a win or a draw");
            }
        }
        return table.history();
    }

    /** Whether one of some moves that came to mind was permitted. */
    private boolean moved() {
        for (int i = 0; i < MOST_REFUSED; i++) {
            if (RandomMoves.players(table.state()).isEmpty()) {
                return false;
            }
            if (made(moves.next(table.state()))) {
                return true;
            }
        }
        return false;
    }

    private boolean movedAtAll() {
        return moves.all(table.state()).stream().anyMatch(this::made);
    }

    private boolean made(RandomMoves.Candidate move) {
        if (move.command() instanceof Command.PassTime) {
            return timePassed();
        }
        Decided decided = table.move(move.player(), move.command());
        return decided.outcome() instanceof Outcome.Accepted;
    }

    private boolean timePassed() {
        Instant due = table.state().firstDeadline();
        if (due == null) {
            return false;
        }
        Duration until = Duration.between(table.history().getLast().envelope().at(), due);
        table.pass(until.isNegative() ? Duration.ZERO : until);
        return true;
    }

    private boolean deadEnd() {
        List<String> players = RandomMoves.players(table.state());
        if (!players.isEmpty()) {
            table.move(players.getFirst(), new Command.ClaimDeadEnd());
        }
        return table.state().status() == GameStatus.FINISHED;
    }

    /** Decides every move again and compares. */
    void replay(Decider decider) {
        GameState state = GameState.NONE;
        for (Decided decided : table.history()) {
            Decided again = decider.decide(state, decided.envelope());
            assertThat(again.events()).as(name).isEqualTo(decided.events());
            assertThat(again.outcome()).as(name).isEqualTo(decided.outcome());
            assertThat(again.stateHash()).as(name).isEqualTo(decided.stateHash());
            state =
                    Evolution.evolve(
                            state, again.events().stream().map(Occurrence::event).toList());
        }
    }

    private AssertionError failed(String how) {
        List<Decided> history = table.history();
        String last =
                history.subList(Math.max(0, history.size() - SHOWN), history.size()).stream()
                        .map(RandomGame::shown)
                        .collect(Collectors.joining("\n"));
        return new AssertionError("The game " + name + " " + how + ":\n" + last);
    }

    private static String shown(Decided decided) {
        String answer =
                decided.outcome() instanceof Outcome.Refused(var why)
                        ? why.reason()
                        : decided.events().size() + " events";
        return decided.envelope().player() + " " + decided.envelope().command() + ": " + answer;
    }
}
