package nomic.log;

import java.util.LinkedHashMap;

/**
 * Folds that were wanted of late. A log only grows, so a kept fold needs only what came after it.
 */
final class Folds {
    private static final int KEPT = 500;

    private final GameLog log;
    private final LinkedHashMap<GameId, Fold> recent = new LinkedHashMap<>(16, 0.75f, true);

    Folds(GameLog log) {
        this.log = log;
    }

    /** A game up to the end of its log. */
    Fold of(GameId game) {
        Fold fold = kept(game).upToDate(log);
        keep(fold);
        return fold;
    }

    /** A game up to the end of its log, read from its beginning. */
    Fold fresh(GameId game) {
        Fold fold = Fold.start(game).upToDate(log);
        keep(fold);
        return fold;
    }

    private synchronized Fold kept(GameId game) {
        Fold fold = recent.get(game);
        return fold == null ? Fold.start(game) : fold;
    }

    private synchronized void keep(Fold fold) {
        if (fold.position() == 0) {
            return;
        }
        recent.put(fold.game(), fold);
        if (recent.size() > KEPT) {
            recent.remove(recent.firstEntry().getKey());
        }
    }
}
