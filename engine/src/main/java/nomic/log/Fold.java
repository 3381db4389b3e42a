package nomic.log;

import nomic.game.Event;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.Logged;
import nomic.game.Occurrence;
import nomic.game.Past;
import nomic.game.Recent;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * A game as the fold of its log up to one position.
 *
 * @param at the time of the last entry; time does not go back before it
 * @param seed that of the last entry; empty before the first
 * @param use of all rules so far, by id
 */
record Fold(
        GameId game,
        GameState state,
        long head,
        long position,
        String link,
        Instant at,
        String seed,
        SortedMap<Integer, Total> use,
        Places places,
        Recent recent) {
    private static final int PAGE = 200;

    static Fold start(GameId game) {
        return new Fold(
                game,
                GameState.NONE,
                0,
                0,
                Chain.start(game),
                Instant.EPOCH,
                "",
                Collections.emptySortedMap(),
                Places.NONE,
                Recent.NONE);
    }

    Fold then(Entry entry) {
        return new Fold(
                game,
                Evolution.evolve(state, events(entry)),
                entry.lastSeq(),
                entry.position(),
                entry.link(),
                entry.envelope().at(),
                entry.envelope().seed(),
                Total.after(use, entry.use()),
                places.after(entry),
                recent.then(new Logged(entry.envelope(), entry.outcome(), entry.events())));
    }

    /** This fold and all that the log has after it. */
    Fold upToDate(GameLog log) {
        Fold fold = this;
        List<Entry> page;
        do {
            page = log.entries(game, fold.position, PAGE);
            for (Entry entry : page) {
                fold = fold.then(entry);
            }
        } while (page.size() == PAGE);
        return fold;
    }

    /**
     * What a game was when an event had happened that came with others of a command: what it was
     * after the last whole command up to it. Null where there was no game yet.
     *
     * @param to a sequence number
     */
    static @Nullable Past past(GameLog log, GameId game, long to) {
        return upTo(log, game, to).past();
    }

    /** A game after the last whole command up to a sequence number. */
    static Fold upTo(GameLog log, GameId game, long to) {
        return start(game).upTo(log, to, Long.MAX_VALUE);
    }

    /**
     * This fold and what the log has after it up to a sequence number.
     *
     * @param last the position of the last entry that is read
     */
    Fold upTo(GameLog log, long to, long last) {
        Fold fold = this;
        while (fold.position < last) {
            int limit = (int) Math.min(PAGE, last - fold.position);
            List<Entry> page = log.entries(game, fold.position, limit);
            for (Entry entry : page) {
                if (entry.lastSeq() > to) {
                    return fold;
                }
                fold = fold.then(entry);
            }
            if (page.size() < limit) {
                return fold;
            }
        }
        return fold;
    }

    @Nullable Past past() {
        return state.exists() ? new Past(head, at, state) : null;
    }

    /** True where a writer with a tenure may go on from here. */
    boolean isAt(Tenure tenure) {
        return position == tenure.position() && head == tenure.head() && link.equals(tenure.link());
    }

    Games.@Nullable Snapshot snapshot() {
        return snapshot(null);
    }

    /** The same of a game that may be in quarantine. */
    Games.@Nullable Snapshot snapshot(@Nullable String quarantine) {
        return state.exists()
                ? new Games.Snapshot(state, head, use, places, recent, quarantine)
                : null;
    }

    static List<Event> events(Entry entry) {
        return entry.events().stream().map(Occurrence::event).toList();
    }
}
