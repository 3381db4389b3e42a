package nomic.bench;

import nomic.code.Checker;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Decider;
import nomic.game.Envelope;
import nomic.game.GameState;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.ruleset.Rulesets;
import nomic.session.Interpreter;
import nomic.worker.Workforce;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Whole commands of a game by Suber's rules with four players, decided in this process. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 6, batchSize = 50)
@Measurement(iterations = 5, batchSize = 50)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class MoveBenchmark {
    private static final List<String> PLAYERS = List.of("ann", "bob", "cyd", "dan");
    private static final Instant AT = Instant.parse("2026-01-01T12:00:00Z");
    private static final String SEED = "5".repeat(64);
    private static final int PROPOSAL = 301;
    private static final int HEAP_MEGABYTES = 256;
    private static final String CODE =
            """
            rule "opposition pays"
            when
                VoteClosed( adopted, $n : proposal )
                Ballot( proposal == $n, choice == Choice.AGAINST, $p : voter )
            then
                law.award($p, 5);
            end
            """;

    /** The same game before a vote that changes nothing and before one that adopts a rule. */
    @State(Scope.Benchmark)
    public static class Here {
        Decider decider;
        GameState beforeFirstVote;
        GameState beforeLastVote;

        @Setup(Level.Trial)
        public void play() throws IOException {
            decider = decider();
            var state = decide(GameState.NONE, "ann", founding()).state();
            for (String player : PLAYERS) {
                state = decide(state, player, new Command.Join()).state();
            }
            state = decide(state, "ann", new Command.Start()).state();
            var propose = new Command.Propose(Kind.ENACT, 0, "A change", "", CODE);
            beforeFirstVote = decide(state, "ann", propose).state();
            state = beforeFirstVote;
            for (String player : PLAYERS.subList(0, PLAYERS.size() - 1)) {
                state = decide(state, player, vote()).state();
            }
            beforeLastVote = state;
        }

        Decider decider() throws IOException {
            return new Interpreter(new Checker());
        }

        final Decided decide(GameState state, String player, Command command) {
            return decider.decide(state, new Envelope("c1", player, AT, SEED, command));
        }

        @TearDown(Level.Trial)
        public void end() throws Exception {
            if (decider instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }

    /** The same game, decided in a worker process. */
    @State(Scope.Benchmark)
    public static class Elsewhere extends Here {
        @Override
        Decider decider() throws IOException {
            var folder = Files.createTempDirectory("nomic-benchmark");
            return new Workforce(folder, 1, HEAP_MEGABYTES, List.of());
        }
    }

    private static Command founding() {
        return Rulesets.onClassPath().get("suber").game("A table");
    }

    private static Command vote() {
        return new Command.Vote(PROPOSAL, Choice.FOR, null);
    }

    /** A ballot that does not end the vote: one session is derived and fired. */
    @Benchmark
    public Decided a_plain_move(Here game) {
        return game.decide(game.beforeFirstVote, "bob", vote());
    }

    /** The ballot that adopts a rule, whose code has been checked before: it is loaded. */
    @Benchmark
    public Decided b_adopting_move(Here game) {
        return game.decide(game.beforeLastVote, "dan", vote());
    }

    /** The founding of a game by rules that have been checked before. */
    @Benchmark
    public Decided c_founding(Here game) {
        return game.decide(GameState.NONE, "ann", founding());
    }

    /**
     * The same ballot, with the way to a worker process and back. The processor time of the worker
     * is not counted.
     */
    @Benchmark
    public Decided d_plain_move_in_a_worker(Elsewhere game) {
        return game.decide(game.beforeFirstVote, "bob", vote());
    }

    @Benchmark
    public Decided e_adopting_move_in_a_worker(Elsewhere game) {
        return game.decide(game.beforeLastVote, "dan", vote());
    }
}
