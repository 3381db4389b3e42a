package nomic.server.game;

import nomic.game.Canonical;
import nomic.game.Recent;
import nomic.game.Undecidable;
import nomic.log.GameId;
import nomic.log.Games.Snapshot;
import nomic.preview.Preview;
import nomic.preview.Previewer;
import nomic.preview.Question;
import nomic.preview.Subject;
import nomic.server.web.ProblemType;
import nomic.server.web.Rejection;
import nomic.server.work.Workers;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Previews, worked out in turn. The last ones are kept: the same change in the same game, where
 * nothing has happened since, needs no second look.
 */
public final class Previews {
    private static final int KEPT = 200;

    private final Previewer previewer;
    private final Workers workers;
    private final Map<Key, Preview> kept = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param viewer who asks, where the game has secrets
     * @param hash of the proposal or the draft
     */
    private record Key(GameId game, long head, @Nullable String viewer, String hash, long seed) {}

    public Previews(Previewer previewer, Workers workers) {
        this.previewer = previewer;
        this.workers = workers;
    }

    /**
     * What a change would do, as far as somebody may know; rejects where too much waits already.
     *
     * @param viewer null is a stranger
     */
    Preview of(GameId game, Snapshot whole, @Nullable String viewer, Subject subject, long seed) {
        Snapshot snapshot = whole.seenBy(viewer);
        var key =
                new Key(
                        game,
                        whole.head(),
                        whole.state().secrets().isEmpty() ? null : viewer,
                        hash(whole.recent(), subject),
                        seed);
        Preview known = find(key);
        if (known != null) {
            return known;
        }
        var question = new Question(snapshot.recent(), subject, seed);
        Optional<Preview> answer = workers.inTurn(() -> answer(question));
        if (answer == null) {
            throw ProblemType.BUSY
                    .because("Many previews are being worked out just now.")
                    .withHeader("Retry-After", "2")
                    .rejection();
        }
        Preview preview = answer.orElseThrow(Previews::undecidable);
        keep(key, preview);
        return preview;
    }

    /** Empty where it ended the processes that tried. */
    private Optional<Preview> answer(Question question) {
        try {
            return Optional.of(previewer.preview(question));
        } catch (Undecidable e) {
            return Optional.empty();
        }
    }

    private static Rejection undecidable() {
        return ProblemType.UNAVAILABLE
                .because(
                        "The preview ended one process after another: simplify the change, or"
                                + " preview its parts.")
                .rejection();
    }

    /** Refused commands leave the head where it is, and yet are among the last. */
    private static String hash(Recent recent, Subject subject) {
        String last =
                recent.commands().isEmpty() ? "" : recent.commands().getLast().envelope().seed();
        return Canonical.hash(subject) + last;
    }

    private synchronized @Nullable Preview find(Key key) {
        return kept.get(key);
    }

    private synchronized void keep(Key key, Preview preview) {
        kept.put(key, preview);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
