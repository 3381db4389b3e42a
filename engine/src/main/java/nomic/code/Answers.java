package nomic.code;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The answers on the code of rules that were wanted of late, bounded in number and in bytes of
 * classes. Safe for use by many threads.
 */
public final class Answers<A> {
    private final int most;
    private final long mostBytes;
    private final ToLongFunction<A> bytes;
    private final Map<String, A> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytesKept;

    /**
     * @param bytes the size of the classes of an answer
     */
    public Answers(int most, long mostBytes, ToLongFunction<A> bytes) {
        this.most = most;
        this.mostBytes = mostBytes;
        this.bytes = bytes;
    }

    /** The answer on a source by its key, or null. */
    public synchronized @Nullable A find(String key) {
        return kept.get(key);
    }

    /** Keeps an answer, and gives the one that was kept first. */
    public synchronized A keep(String key, A answer) {
        A earlier = kept.putIfAbsent(key, answer);
        if (earlier != null) {
            return earlier;
        }
        bytesKept += bytes.applyAsLong(answer);
        Iterator<A> eldest = kept.values().iterator();
        while (kept.size() > most || bytesKept > mostBytes && kept.size() > 1) {
            bytesKept -= bytes.applyAsLong(eldest.next());
            eldest.remove();
        }
        return answer;
    }
}
