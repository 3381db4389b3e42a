package nomic.server.notice;

import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Recorded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Games as they were at places in their logs; those that were wanted last are kept. */
final class Recollection {
    private static final int KEPT = 100;
    private static final int PAGE = 200;

    private final GameLog log;
    private final Map<GameId, Reached> kept = new Kept();

    Recollection(GameLog log) {
        this.log = log;
    }

    /**
     * A game as it was after an event.
     *
     * @param seq of the event; 0 before the first
     */
    record Reached(long seq, GameState state) {
        private static final Reached START = new Reached(0, GameState.NONE);

        Reached then(Recorded recorded) {
            return new Reached(
                    recorded.seq(), Evolution.evolve(state, recorded.occurrence().event()));
        }
    }

    /** A game after an event; one that is not kept is read from its beginning. */
    Reached at(GameId game, long seq) {
        Reached known = kept.getOrDefault(game, Reached.START);
        Reached now = known.seq() > seq ? Reached.START : known;
        while (now.seq() < seq) {
            List<Recorded> page = log.read(game, now.seq(), (int) Math.min(PAGE, seq - now.seq()));
            if (page.isEmpty()) {
                throw new IllegalStateException("The log of game " + game + " ends before " + seq);
            }
            for (Recorded recorded : page) {
                now = now.then(recorded);
            }
        }
        return now;
    }

    void keep(GameId game, Reached now) {
        kept.put(game, now);
    }

    private static final class Kept extends LinkedHashMap<GameId, Reached> {
        private static final long serialVersionUID = 1;

        Kept() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<GameId, Reached> eldest) {
            return size() > KEPT;
        }
    }
}
