package nomic.code;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs one check at a time on a thread with a large stack. A check that does not end in time is
 * answered and left behind: a thread cannot be stopped.
 */
final class BuildThread {
    private final long seconds;
    private ExecutorService thread = newThread();

    BuildThread(long seconds) {
        this.seconds = seconds;
    }

    private static ExecutorService newThread() {
        return Executors.newSingleThreadExecutor(MeteredThread.factory("rule-check"));
    }

    synchronized Check run(Callable<Check> check) {
        var answer = thread.submit(check);
        try {
            return answer.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            thread.shutdown();
            thread = newThread();
            return Check.Refused.tooComplex(
                    "The code was not compiled within " + seconds + " seconds.");
        } catch (ExecutionException e) {
            return refused(
                    "compiler-crash",
                    "The compiler failed on this code: " + e.getCause(),
                    "Write it in a simpler way, a part at a time, to find what it fails on.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a rule was checked", e);
        }
    }

    private static Check refused(String code, String message, String hint) {
        return new Check.Refused(List.of(Diagnostic.error(code, Position.WHOLE, message, hint)));
    }
}
