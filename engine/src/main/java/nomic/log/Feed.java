package nomic.log;

import java.util.function.LongConsumer;

/** Hints that a game has new events. Hints may be lost, repeated or reordered: read the log. */
public interface Feed {
    void announce(GameId game, long head);

    /** Listens until closed; the listener must not block. */
    Subscription listen(GameId game, LongConsumer head);

    /** Ends with {@link #close}. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
