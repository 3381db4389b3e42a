package nomic.server.notice;

import nomic.log.Feed;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hints, within this process, that somebody was told something. They may be lost. */
final class Bell {
    private final ConcurrentMap<String, List<Runnable>> listeners = new ConcurrentHashMap<>();

    /** Rings for an account; the listeners do not block. */
    void ring(String account) {
        listeners.getOrDefault(account, List.of()).forEach(Runnable::run);
    }

    Feed.Subscription listen(String account, Runnable listener) {
        Runnable own = () -> listener.run();
        listeners.compute(
                account,
                (_, all) -> {
                    List<Runnable> some = all == null ? new CopyOnWriteArrayList<>() : all;
                    some.add(own);
                    return some;
                });
        return () ->
                listeners.computeIfPresent(
                        account,
                        (_, all) -> {
                            all.remove(own);
                            return all.isEmpty() ? null : all;
                        });
    }
}
