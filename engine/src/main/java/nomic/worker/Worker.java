package nomic.worker;

import nomic.code.BlackBox;
import nomic.code.RuleCompiler;
import nomic.code.RuleSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A child process as its parent sees it. It is asked one question at a time. */
final class Worker implements AutoCloseable {
    private static final int HEAP_USED_UP = 3;
    private static final long LOOK_MILLIS = 100;
    private static final long LONGEST_END_SECONDS = 2;
    private static final int STATES_KEPT = 8;

    private final Process process;
    private final Path box;
    private final RuleCompiler compiler;
    private final Pipe pipe;
    private final LastWords lastWords;
    private final Stopwatch stopwatch;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("worker-", 1).factory());
    private final Map<String, Boolean> states = new LinkedHashMap<>(16, 0.75f, true);
    private int asked;
    private volatile boolean outOfTime;

    /**
     * @param box the file of its black box
     * @param compiler gives it the code that it needs
     */
    Worker(Process process, Path box, RuleCompiler compiler) {
        this.process = process;
        this.box = box;
        this.compiler = compiler;
        this.pipe = new Pipe(process.getInputStream(), process.getOutputStream());
        this.lastWords = LastWords.of(process.getErrorStream());
        this.stopwatch = new Stopwatch(process.toHandle());
    }

    /** Waits until it can be asked. */
    Reply ready() {
        return await(thread.submit(() -> pipe.receive(FromWorker.class)), Patience.TO_START);
    }

    /** Asks a question and waits for the answer; the process is killed where it takes too long. */
    Reply ask(ToWorker question, Patience patience) {
        asked++;
        stopwatch.ask();
        return await(thread.submit(() -> exchange(question)), patience);
    }

    /** How many questions it was asked. */
    int asked() {
        return asked;
    }

    long pid() {
        return process.pid();
    }

    /** Whether it should still have a state. */
    boolean remembers(String stateHash) {
        return states.containsKey(stateHash);
    }

    void remember(String stateHash) {
        states.put(stateHash, true);
        if (states.size() > STATES_KEPT) {
            states.remove(states.keySet().iterator().next());
        }
    }

    private FromWorker exchange(ToWorker question) throws IOException {
        pipe.send(question);
        while (true) {
            FromWorker said = pipe.receive(FromWorker.class);
            switch (said) {
                case FromWorker.TriesAgain _ -> stopwatch.start();
                case FromWorker.NeedsCode(RuleSource source) -> {
                    stopwatch.stop();
                    pipe.send(new ToWorker.Code(compiler.compile(source).withoutJava()));
                    stopwatch.start();
                }
                default -> {
                    return said;
                }
            }
        }
    }

    private Reply await(Future<FromWorker> answer, Patience patience) {
        while (true) {
            try {
                return new Reply.Said(answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException _) {
                if (stopwatch.isOver(patience)) {
                    outOfTime = true;
                    process.destroyForcibly();
                }
            } catch (ExecutionException e) {
                return new Reply.Died(death());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while a worker was asked", e);
            }
        }
    }

    private Death death() {
        boolean byItself = hasEnded();
        process.destroyForcibly().onExit().join();
        Death.Kind kind =
                outOfTime
                        ? Death.Kind.TIME
                        : byItself && process.exitValue() == HEAP_USED_UP
                                ? Death.Kind.MEMORY
                                : Death.Kind.OTHER;
        return new Death(kind, noted(), lastWords.text());
    }

    private boolean hasEnded() {
        try {
            return process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private BlackBox.Reading noted() {
        try {
            return BlackBox.read(box);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + box, e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        thread.shutdownNow();
    }
}
