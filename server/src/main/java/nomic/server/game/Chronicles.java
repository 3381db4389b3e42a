package nomic.server.game;

import nomic.game.GameState;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Games.Snapshot;
import nomic.why.Chronicle;
import nomic.why.Explainer;
import nomic.why.Why;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The chronicles of the games that were asked about of late; each is read on, not anew. */
final class Chronicles {
    private static final int KEPT = 20;

    private final GameLog log;
    private final Veil veil;
    private final Map<Key, Chronicle> recent = new LinkedHashMap<>(16, 0.75f, true);

    /** Those who may see no secret of a game share a chronicle. */
    private record Key(GameId game, @Nullable String viewer) {}

    Chronicles(GameLog log, Veil veil) {
        this.log = log;
        this.veil = veil;
    }

    /** Asks the chronicle of a game up to a snapshot; one question to it at a time. */
    @Nullable Why ask(
            GameId game,
            Snapshot snapshot,
            @Nullable String viewer,
            int depth,
            Function<Explainer, @Nullable Why> question) {
        GameState state = snapshot.state().seenBy(viewer);
        boolean plays = snapshot.state().players().containsKey(viewer == null ? "" : viewer);
        var key = new Key(game, plays ? viewer : null);
        Chronicle chronicle = of(key);
        synchronized (chronicle) {
            chronicle.follow(log, game, events -> veil.over(game, events, key.viewer()));
            return question.apply(new Explainer(chronicle, state, depth));
        }
    }

    private synchronized Chronicle of(Key key) {
        Chronicle chronicle = recent.computeIfAbsent(key, _ -> new Chronicle());
        if (recent.size() > KEPT) {
            recent.remove(recent.keySet().iterator().next());
        }
        return chronicle;
    }
}
