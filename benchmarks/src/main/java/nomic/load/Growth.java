package nomic.load;

import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Envelope;
import nomic.game.GameState;
import nomic.game.Outcome;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.session.Interpreter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a move costs as the rulebook grows, without network and log. */
final class Growth {
    private static final int[] RULES = {30, 100, 300};
    private static final int MOVES = 100;
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    private Growth() {}

    static void run() {
        try (Interpreter interpreter = Interpreter.standard()) {
            for (int rules : RULES) {
                measure(interpreter, rules);
            }
        }
    }

    /** Each rule looks at players and ballots and does nothing with most of them. */
    private static Command.FoundingRule rule(int number) {
        return new Command.FoundingRule(
                number,
                "Rule " + number,
                true,
                "Whoever has %d points hears of it.".formatted(number),
                """
                rule "hears of %1$d"
                when
                    Player( active, $p : name )
                    Holding( owner == $p, asset == "points", amount == %1$d )
                then
                    law.announce("%1$d points");
                end
                """
                        .formatted(number));
    }

    private static void measure(Interpreter interpreter, int rules) {
        List<Command.FoundingRule> rulebook = new ArrayList<>();
        for (int i = 0; i < rules; i++) {
            rulebook.add(rule(101 + i));
        }
        long before = System.nanoTime();
        GameState state =
                decide(
                        interpreter,
                        GameState.NONE,
                        new Command.CreateGame("Growth", "growth", rulebook));
        long founded = System.nanoTime() - before;
        state = decide(interpreter, state, new Command.Join());
        state = decide(interpreter, state, new Command.Start());
        int proposal = state.nextProposal();
        state =
                decide(
                        interpreter,
                        state,
                        new Command.Propose(Kind.ENACT, 0, "Tea", "There is tea.", ""));
        for (int i = 0; i < MOVES; i++) {
            state = decide(interpreter, state, vote(proposal, i));
        }
        long[] nanos = new long[MOVES];
        for (int i = 0; i < MOVES; i++) {
            long from = System.nanoTime();
            state = decide(interpreter, state, vote(proposal, i));
            nanos[i] = System.nanoTime() - from;
        }
        var sample = new Sample(nanos);
        System.out.printf(
                Locale.ROOT,
                "| %d | %.0f | %s | %s |%n",
                rules,
                founded / 1e6,
                sample.millis(0.5),
                sample.millis(0.95));
    }

    private static Command vote(int proposal, int number) {
        return new Command.Vote(proposal, number % 2 == 0 ? Choice.FOR : Choice.AGAINST, null);
    }

    private static GameState decide(Interpreter interpreter, GameState state, Command command) {
        Decided decided =
                interpreter.decide(state, new Envelope("c", "ann", AT, "0".repeat(64), command));
        if (!(decided.outcome() instanceof Outcome.Accepted)) {
            throw new IllegalStateException(command + " was answered " + decided.outcome());
        }
        return decided.state();
    }
}
