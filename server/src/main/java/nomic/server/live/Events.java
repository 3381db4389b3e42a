package nomic.server.live;

import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Recorded;
import nomic.server.game.Veil;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Supplier;

/** The events of a game, by sequence number. */
record Events(GameLog log, Veil veil, GameId game, Supplier<@Nullable String> viewer)
        implements Cursor.Source<Recorded> {
    @Override
    public List<Recorded> after(long place, int limit) {
        return veil.over(game, log.read(game, place, limit), viewer.get());
    }

    @Override
    public long place(Recorded recorded) {
        return recorded.seq();
    }
}
