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
    private final Map<GameId, Chronicle> recent = new LinkedHashMap<>(16, 0.75f, true);

    Chronicles(GameLog log) {
        this.log = log;
    }

    /** Asks the chronicle of a game up to a snapshot; one question to it at a time. */
    @Nullable Why ask(
            GameId game,
            Snapshot snapshot,
            int depth,
            Function<Explainer, @Nullable Why> question) {
        Chronicle chronicle = of(game);
        synchronized (chronicle) {
            chronicle.follow(log, game);
            GameState state = snapshot.state();
            return question.apply(new Explainer(chronicle, state, depth));
        }
    }

    private synchronized Chronicle of(GameId game) {
        Chronicle chronicle = recent.computeIfAbsent(game, _ -> new Chronicle());
        if (recent.size() > KEPT) {
            recent.remove(recent.keySet().iterator().next());
        }
        return chronicle;
    }
}
