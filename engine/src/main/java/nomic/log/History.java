package nomic.log;

import org.jspecify.annotations.Nullable;

/** What games were at any place in their logs. Safe for use by many threads. */
public final class History {
    private final GameLog log;

    public History(GameLog log) {
        this.log = log;
    }

    /**
     * A game after the last whole command up to a sequence number; null where there was none yet.
     */
    public Games.@Nullable Snapshot at(GameId game, long seq) {
        return Fold.upTo(log, game, seq).snapshot();
    }
}
