package nomic.bench;

import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Envelope;
import nomic.game.GameState;
import nomic.law.Kind;
import nomic.ruleset.Rulesets;
import nomic.worker.Workforce;

import org.openjdk.jmh.annotations.AuxCounters;
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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What a worker process costs: the time until it can be asked, its memory, and what goes through
 * its pipe for a command. Reads {@code /proc}, so it runs on Linux only.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class WorkerBenchmark {
    private static final int HEAP_MEGABYTES = 256;
    private static final Instant AT = Instant.parse("2026-01-01T12:00:00Z");
    private static final String SEED = "5".repeat(64);
    private static final List<String> PLAYERS = List.of("ann", "bob", "cyd", "dan");

    /** What one invocation has seen of the process that decides. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Seen {
        /** Resident memory. */
        public long kilobytes;

        /** What it has read for a command, and written in answer. */
        public long bytesIn;

        public long bytesOut;
    }

    /** A game by Suber's rules with four players, and a process that knows its state. */
    @State(Scope.Benchmark)
    public static class Playing {
        Workforce workforce;
        ProcessHandle decider;
        GameState state;

        @Setup(Level.Trial)
        public void play() throws IOException {
            workforce = started();
            decider = decider();
            var founding = Rulesets.onClassPath().get("suber").game("A table");
            state = decide(GameState.NONE, "ann", founding).state();
            for (String player : PLAYERS) {
                state = decide(state, player, new Command.Join()).state();
            }
            state = decide(state, "ann", new Command.Start()).state();
        }

        Decided decide(GameState before, String player, Command command) {
            return workforce.decide(before, new Envelope("c1", player, AT, SEED, command));
        }

        @TearDown(Level.Trial)
        public void end() {
            workforce.close();
        }
    }

    private static Workforce started() throws IOException {
        var folder = Files.createTempDirectory("nomic-benchmark");
        var workforce = new Workforce(folder, 1, HEAP_MEGABYTES, List.of());
        while (workforce.deciding().idle() == 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        return workforce;
    }

    /** The only child process whose folder says that it decides. */
    private static ProcessHandle decider() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("/decide/"))
                .findFirst()
                .orElseThrow();
    }

    private static long number(ProcessHandle process, String file, String name) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), file))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * From nothing to a process that is warm, confined and can be asked; beside it, another one
     * starts that checks.
     */
    @Benchmark
    @Warmup(iterations = 1)
    @Measurement(iterations = 5)
    public long a_start(Seen seen) throws IOException {
        try (Workforce workforce = started()) {
            seen.kilobytes = number(decider(), "status", "VmRSS");
            return workforce.deciding().idle();
        }
    }

    /** A move on a state that the process knows: what goes through its pipe. */
    @Benchmark
    @Warmup(iterations = 50)
    @Measurement(iterations = 50)
    public Decided b_move(Playing game, Seen seen) {
        long read = number(game.decider, "io", "rchar");
        long written = number(game.decider, "io", "wchar");
        var custom = new Command.Propose(Kind.ENACT, 0, "A custom", "We greet.", "");
        Decided decided = game.decide(game.state, "ann", custom);
        seen.bytesIn = number(game.decider, "io", "rchar") - read;
        seen.bytesOut = number(game.decider, "io", "wchar") - written;
        seen.kilobytes = number(game.decider, "status", "VmRSS");
        return decided;
    }
}
