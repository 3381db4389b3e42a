package nomic.server.live;

import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Recorded;

import java.util.List;

/** The events of a game, by sequence number. */
record Events(GameLog log, GameId game) implements Cursor.Source<Recorded> {
    @Override
    public List<Recorded> after(long place, int limit) {
        return log.read(game, place, limit);
    }

    @Override
    public long place(Recorded recorded) {
        return recorded.seq();
    }
}
