package nomic.history;

import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.history.Violation.Promise;
import nomic.log.Chain;
import nomic.log.Entry;
import nomic.log.GameId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Checks a history. The numbers in the log bear witness to its order, so no search is needed: each
 * promise is held by one walk. Used once.
 */
public final class HistoryCheck {
    private final GameId game;
    private final History history;
    private final Function<GameState, String> picture;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<Key, Entry> byKey = new HashMap<>();

    private record Key(String player, String command) {}

    /** Of all submissions of one command, when the first was sent and the first answered. */
    private record Span(long sent, long answered) {
        Span and(Span other) {
            return new Span(Math.min(sent, other.sent), Math.min(answered, other.answered));
        }
    }

    private HistoryCheck(GameId game, History history, Function<GameState, String> picture) {
        this.game = game;
        this.history = history;
        this.picture = picture;
    }

    /**
     * What is wrong with a history; empty where all promises were kept.
     *
     * @param picture draws a state as those drew it who were served one
     */
    public static List<Violation> of(
            GameId game, History history, Function<GameState, String> picture) {
        var check = new HistoryCheck(game, history, picture);
        check.sequence();
        check.epochs();
        check.once();
        check.answers();
        check.order();
        check.listeners();
        check.fold();
        return check.violations;
    }

    private void complain(Promise promise, String detail, Object... values) {
        violations.add(new Violation(promise, detail.formatted(values)));
    }

    private void sequence() {
        long position = 0;
        long head = 0;
        String link = Chain.start(game);
        for (Entry entry : history.log()) {
            position++;
            if (entry.position() != position) {
                complain(Promise.SEQUENCE, "entry %d is at %d", position, entry.position());
            }
            long last = head + entry.events().size();
            if (entry.firstSeq() != head + 1 || entry.lastSeq() != last) {
                complain(
                        Promise.SEQUENCE,
                        "entry %d has events %d to %d, and should have %d to %d",
                        position,
                        entry.firstSeq(),
                        entry.lastSeq(),
                        head + 1,
                        last);
            }
            if (!entry.previous().equals(link) || !entry.link().equals(Chain.link(entry))) {
                complain(Promise.SEQUENCE, "entry %d breaks the chain", position);
            }
            link = entry.link();
            head = entry.lastSeq();
        }
    }

    private void epochs() {
        long epoch = 0;
        for (Entry entry : history.log()) {
            if (entry.epoch() < epoch) {
                complain(
                        Promise.EPOCH,
                        "entry %d is of epoch %d after one of epoch %d",
                        entry.position(),
                        entry.epoch(),
                        epoch);
            }
            epoch = Math.max(epoch, entry.epoch());
        }
    }

    private void once() {
        for (Entry entry : history.log()) {
            Entry earlier = byKey.putIfAbsent(key(entry), entry);
            if (earlier != null) {
                complain(
                        Promise.ONCE,
                        "%s is in the log at %d and at %d",
                        key(entry),
                        earlier.position(),
                        entry.position());
            }
        }
    }

    private static Key key(Entry entry) {
        return new Key(entry.envelope().player(), entry.envelope().id());
    }

    private void answers() {
        for (Asked asked : history.asked()) {
            Key key = new Key(asked.player(), asked.command());
            Entry entry = byKey.get(key);
            switch (asked.answer()) {
                case Answer.Kept kept -> kept(key, kept, entry);
                case Answer.Refused _ -> refused(key, entry);
                case Answer.Unknown _ -> {}
            }
        }
    }

    private void kept(Key key, Answer.Kept kept, @Nullable Entry entry) {
        if (entry == null) {
            complain(Promise.KEPT, "%s was acknowledged and is not in the log", key);
        } else if (entry.outcome() instanceof Outcome.Refused) {
            complain(Promise.REFUSAL, "%s was acknowledged, and the log has it refused", key);
        } else if (entry.firstSeq() != kept.first() || entry.lastSeq() != kept.last()) {
            complain(
                    Promise.KEPT,
                    "%s was promised %d to %d and stands at %d to %d",
                    key,
                    kept.first(),
                    kept.last(),
                    entry.firstSeq(),
                    entry.lastSeq());
        }
    }

    private void refused(Key key, @Nullable Entry entry) {
        if (entry == null) {
            complain(Promise.REFUSAL, "%s was refused, and the log does not know it", key);
        } else if (entry.outcome() instanceof Outcome.Accepted) {
            complain(Promise.REFUSAL, "%s was refused, and the log has it accepted", key);
        }
    }

    /** Walks on and remembers which command of those passed was sent last. */
    private void order() {
        Map<Key, Span> spans = new HashMap<>();
        for (Asked asked : history.asked()) {
            boolean told = !(asked.answer() instanceof Answer.Unknown);
            spans.merge(
                    new Key(asked.player(), asked.command()),
                    new Span(asked.sent(), told ? asked.answered() : Long.MAX_VALUE),
                    Span::and);
        }
        long sent = Long.MIN_VALUE;
        Instant at = Instant.MIN;
        for (Entry entry : history.log()) {
            Span span = spans.get(key(entry));
            if (span != null && span.answered() < sent) {
                complain(
                        Promise.ORDER,
                        "%s at %d comes after one that was sent when it had been answered",
                        key(entry),
                        entry.position());
            }
            sent = Math.max(sent, span == null ? sent : span.sent());
            if (entry.envelope().at().isBefore(at)) {
                complain(Promise.ORDER, "time goes back at entry %d", entry.position());
            }
            at = entry.envelope().at();
        }
    }

    private void listeners() {
        Map<Long, String> types = new HashMap<>();
        for (Entry entry : history.log()) {
            entry.recorded().forEach(r -> types.put(r.seq(), type(r.occurrence())));
        }
        long head = history.log().isEmpty() ? 0 : history.log().getLast().lastSeq();
        for (Heard heard : history.heard()) {
            long place = heard.since();
            for (Heard.Told told : heard.events()) {
                place++;
                if (told.seq() != place || !told.type().equals(types.get(place))) {
                    complain(
                            Promise.HEARD,
                            "%s heard %s where the log has %d, %s",
                            heard.who(),
                            told,
                            place,
                            types.getOrDefault(place, "nothing"));
                    break;
                }
            }
            if (heard.whole() && place < head) {
                complain(Promise.HEARD, "%s heard up to %d of %d", heard.who(), place, head);
            }
        }
    }

    /** The name of an event's type. */
    public static String type(Occurrence occurrence) {
        return occurrence.event().getClass().getSimpleName();
    }

    private void fold() {
        Map<Long, List<Served>> served = new HashMap<>();
        history.served()
                .forEach(s -> served.computeIfAbsent(s.head(), _ -> new ArrayList<>()).add(s));
        GameState state = GameState.NONE;
        for (Entry entry : history.log()) {
            try {
                state =
                        Evolution.evolve(
                                state, entry.events().stream().map(Occurrence::event).toList());
            } catch (RuntimeException e) {
                complain(Promise.FOLD, "entry %d does not fold: %s", entry.position(), e);
                return;
            }
            if (!state.hash().equals(entry.stateHash())) {
                complain(Promise.FOLD, "entry %d has another state", entry.position());
            }
            shown(state, served.remove(entry.lastSeq()));
        }
        served.forEach((head, _) -> complain(Promise.FOLD, "a state at %d was served", head));
    }

    private void shown(GameState state, @Nullable List<Served> served) {
        if (served != null) {
            String drawn = picture.apply(state);
            for (Served one : served) {
                if (!one.picture().equals(drawn)) {
                    complain(
                            Promise.FOLD,
                            "%s served at %d %s and not %s",
                            one.by(),
                            one.head(),
                            one.picture(),
                            drawn);
                }
            }
        }
    }
}
