package nomic.log;

import nomic.game.Canonical;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Decider;
import nomic.game.Event;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.game.Past;
import nomic.game.Seeds;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** One verification on its way along the entries of a game. */
final class Walk {
    private final GameId game;
    private final Decider decider;
    private final List<Finding> findings;
    private final Pasts past;

    /** What the log says that a game was. */
    @FunctionalInterface
    interface Pasts {
        /**
         * @param to a sequence number
         * @param last the position up to which the log is read
         */
        @Nullable Past at(long to, long last);
    }

    private GameState state = GameState.NONE;
    private long position;
    private long head;
    private long epoch;
    private Instant at = Instant.MIN;
    private String link;
    private String trueLink;
    private String seed = "";
    private String trueSeed = "";

    /** The position since which the logged state hashes are not those of {@link #state}; or 0. */
    private long since;

    /**
     * @param past what the game was
     */
    Walk(GameId game, Decider decider, List<Finding> findings, Pasts past) {
        this.past = past;
        this.game = game;
        this.decider = decider;
        this.findings = findings;
        this.link = Chain.start(game);
        this.trueLink = link;
    }

    long position() {
        return position;
    }

    void stopAtUnreadable() {
        String detail = "the stored text of its envelope, outcome or an event is damaged";
        findings.add(
                new Finding(game, position + 1, "", "", Finding.What.UNREADABLE, since, detail));
    }

    /** Ends at what was the head of the log when the walk began, or after it. */
    void end(@Nullable Tenure expected) {
        if (expected != null && position < expected.position()) {
            String detail = "the log ends before it, at position " + position;
            findings.add(
                    new Finding(
                            game, expected.position(), "", "", Finding.What.ORDER, since, detail));
        }
    }

    /** False where the entry is so damaged that nothing after it can be judged. */
    boolean visit(Entry entry) {
        long before = position;
        try {
            judge(entry);
            return true;
        } catch (RuntimeException e) {
            position = before;
            stopAtUnreadable();
            return false;
        }
    }

    private void judge(Entry entry) {
        checkOrder(entry);
        checkChain(entry);
        checkSeed(entry.envelope().seed(), entry);
        checkPast(entry);
        Decided again = decideAgain(entry);
        if (again != null) {
            compare(entry, again);
        }
        goOn(entry, again);
    }

    private void checkOrder(Entry entry) {
        if (entry.position() != position + 1) {
            report(entry, Finding.What.ORDER, "it follows position " + position);
        }
        if (entry.firstSeq() != head + 1 || entry.lastSeq() != head + entry.events().size()) {
            String detail = "it has %d events after %d, but is said to have %d to %d";
            report(
                    entry,
                    Finding.What.ORDER,
                    detail.formatted(
                            entry.events().size(), head, entry.firstSeq(), entry.lastSeq()));
        }
        if (entry.epoch() < epoch) {
            report(entry, Finding.What.ORDER, "its epoch is before that of the entry before");
        }
        if (entry.envelope().at().isBefore(at)) {
            report(entry, Finding.What.ORDER, "its time is before that of the entry before");
        }
        position = entry.position();
        head = entry.lastSeq();
        epoch = entry.epoch();
        at = entry.envelope().at();
    }

    private void checkChain(Entry entry) {
        if (!entry.previous().equals(link) && !entry.previous().equals(trueLink)) {
            report(entry, Finding.What.CHAIN, "it does not follow from the link before");
        }
        trueLink = Chain.link(entry);
        link = entry.link();
        if (!link.equals(trueLink)) {
            report(entry, Finding.What.CHAIN, "its link is not that of its content");
        }
    }

    private void checkSeed(String logged, Entry entry) {
        String expected = seed.isEmpty() ? logged : Seeds.after(trueSeed);
        if (!logged.equals(expected) && !logged.equals(Seeds.after(seed))) {
            report(entry, Finding.What.SEED, "its seed does not follow from the one before");
        }
        seed = logged;
        trueSeed = expected;
    }

    /** What a command goes back to is what the log says that the game was. */
    private void checkPast(Entry entry) {
        long to = entry.envelope().command() instanceof Command.Order.RollBack back ? back.to() : 0;
        Past expected = to > 0 && to < entry.firstSeq() - 1 ? past(to) : null;
        if (!text(entry.envelope().past()).equals(text(expected))) {
            report(entry, Finding.What.STATE, "it goes back to what the game never was");
        }
    }

    /** Null where there was none, or where the log up to here does not fold. */
    private @Nullable Past past(long to) {
        try {
            return past.at(to, position);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static String text(@Nullable Past past) {
        return past == null ? "" : Canonical.text(past);
    }

    private @Nullable Decided decideAgain(Entry entry) {
        try {
            return decider.decide(state, entry.envelope());
        } catch (RuntimeException e) {
            report(entry, Finding.What.UNDECIDABLE, e.getClass().getName());
            return null;
        }
    }

    private void compare(Entry entry, Decided again) {
        if (!Canonical.text(entry.outcome()).equals(Canonical.text(again.outcome()))) {
            report(
                    entry,
                    Finding.What.OUTCOME,
                    "logged %s, decided %s"
                            .formatted(name(entry.outcome()), name(again.outcome())));
        }
        String events = difference(entry, again.events());
        if (!events.isEmpty()) {
            report(entry, Finding.What.EVENTS, events);
        }
        if (since == 0 && !entry.rulebookHash().equals(again.rulebookHash())) {
            report(entry, Finding.What.RULEBOOK, "it was decided by another rulebook");
        }
        if (since == 0 && !entry.stateHash().equals(again.stateHash())) {
            report(entry, Finding.What.STATE, "it leads to another state");
        }
    }

    private static String difference(Entry entry, List<Occurrence> again) {
        List<Occurrence> logged = entry.events();
        for (int i = 0; i < Math.min(logged.size(), again.size()); i++) {
            if (!Canonical.text(logged.get(i)).equals(Canonical.text(again.get(i)))) {
                return "event %d: logged %s, decided another %s"
                        .formatted(
                                entry.firstSeq() + i,
                                name(logged.get(i).event()),
                                name(again.get(i).event()));
            }
        }
        return logged.size() == again.size()
                ? ""
                : "logged %d events, decided %d".formatted(logged.size(), again.size());
    }

    private static String name(Object value) {
        return value.getClass().getSimpleName();
    }

    /**
     * Takes the state after an entry: the logged events' or, if only these were altered, the one
     * that the logged hash names.
     */
    private void goOn(Entry entry, @Nullable Decided again) {
        GameState logged = fold(Fold.events(entry));
        if (logged != null && logged.hash().equals(entry.stateHash())) {
            state = logged;
            since = 0;
        } else if (again != null && again.stateHash().equals(entry.stateHash())) {
            state = again.state();
            since = 0;
        } else {
            state = logged == null ? state : logged;
            since = since == 0 ? entry.position() : since;
        }
    }

    private @Nullable GameState fold(List<Event> events) {
        try {
            return Evolution.evolve(state, events);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private void report(Entry entry, Finding.What what, String difference) {
        String detail =
                since == 0
                        ? difference
                        : "%s; maybe a consequence of position %d".formatted(difference, since);
        findings.add(
                new Finding(
                        game,
                        entry.position(),
                        entry.envelope().player(),
                        entry.envelope().id(),
                        what,
                        since,
                        detail));
    }
}
