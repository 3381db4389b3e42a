package nomic.bench;

import nomic.code.Checker;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Logged;
import nomic.game.Recent;
import nomic.game.RuleEntry;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.preview.ForkingPreviewer;
import nomic.preview.Preview;
import nomic.preview.Previewer;
import nomic.preview.Question;
import nomic.preview.Subject;
import nomic.ruleset.Rulesets;
import nomic.script.Table;
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

/**
 * The preview of a rule, on a game of four players by Suber's rules in which eleven more have been
 * adopted and a thousand events have happened. JMH gives the median and the 95th percentile; {@code
 * -prof gc} gives the bytes.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 3, time = 10)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class PreviewBenchmark {
    private static final List<String> PLAYERS = List.of("ann", "bob", "cyd", "dan");

    /** The rule by which there may be no more than 25 mutable ones. */
    private static final int MOST_RULES = 209;

    private static final int RULES = 40;
    private static final int EVENTS = 1_000;
    private static final int HEAP_MEGABYTES = 256;
    private static final String CODE =
            """
            rule "opposition pays %d"
            when
                VoteClosed( adopted, $n : proposal )
                Ballot( proposal == $n, choice == Choice.AGAINST, $p : voter )
            then
                law.award($p, 1);
            end
            """;

    /** The game, and who answers in this process. */
    @State(Scope.Benchmark)
    public static class Here {
        private final Interpreter interpreter = new Interpreter(new Checker());
        Question question = new Question(Recent.NONE, new Subject.Open(0), 1);
        Previewer previewer = new ForkingPreviewer(interpreter);

        @Setup(Level.Trial)
        public void play() throws IOException {
            var table = new Table(interpreter, 1, Instant.parse("2026-01-01T12:00:00Z"));
            table.open(Rulesets.onClassPath().get("suber").game("A table"), PLAYERS);
            put(table, new Command.Propose(Kind.REPEAL, MOST_RULES, "", "", ""), Choice.FOR);
            while (inForce(table) < RULES) {
                put(table, enact(code(table.state().nextProposal())), Choice.FOR);
            }
            while (table.history().stream().mapToInt(each -> each.events().size()).sum() < EVENTS) {
                put(table, enact(""), Choice.AGAINST);
            }
            propose(table, enact(code(table.state().nextProposal())));
            question =
                    new Question(
                            recent(table),
                            new Subject.Open(table.state().proposals().lastKey()),
                            1);
            previewer = previewer();
        }

        Previewer previewer() throws IOException {
            return previewer;
        }

        @TearDown(Level.Trial)
        public void end() throws Exception {
            interpreter.close();
            if (previewer instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }

    /** The same game, and who answers in a worker process. */
    @State(Scope.Benchmark)
    public static class Elsewhere extends Here {
        @Override
        Previewer previewer() throws IOException {
            var folder = Files.createTempDirectory("nomic-benchmark");
            return new Workforce(folder, 1, HEAP_MEGABYTES, List.of());
        }
    }

    private static String code(int number) {
        return CODE.formatted(number);
    }

    private static long inForce(Table table) {
        return table.state().rulebook().values().stream().filter(RuleEntry::inForce).count();
    }

    private static Command.Propose enact(String code) {
        return new Command.Propose(Kind.ENACT, 0, "A change", "So be it.", code);
    }

    private static void put(Table table, Command.Propose change, Choice choice) {
        propose(table, change);
        int number = table.state().proposals().lastKey();
        table.poll(new Command.Vote(number, choice, null));
    }

    private static void propose(Table table, Command.Propose change) {
        var turn = table.state().turn();
        table.move(turn == null ? PLAYERS.getFirst() : turn.player(), change);
    }

    private static Recent recent(Table table) {
        Recent recent = Recent.NONE;
        for (Decided each : table.history()) {
            recent = recent.then(new Logged(each.envelope(), each.outcome(), each.events()));
        }
        return recent;
    }

    @Benchmark
    public Preview a_preview(Here game) {
        return game.previewer.preview(game.question);
    }

    /** With the way to a worker process and back, whose bytes are not counted. */
    @Benchmark
    public Preview b_preview_in_a_worker(Elsewhere game) {
        return game.previewer.preview(game.question);
    }
}
