package nomic.server.notice;

import nomic.log.Feed;
import nomic.log.GameId;

import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * A feed whose hints, of whatever game, reach one listener more.
 *
 * @param listener does not block
 */
public record Announcing(Feed feed, Consumer<GameId> listener) implements Feed {
    @Override
    public void announce(GameId game, long head) {
        listener.accept(game);
        feed.announce(game, head);
    }

    @Override
    public Subscription listen(GameId game, LongConsumer head) {
        return feed.listen(game, head);
    }
}
