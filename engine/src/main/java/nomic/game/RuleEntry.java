package nomic.game;

import com.fasterxml.jackson.annotation.JsonInclude;

import nomic.law.Rule;
import nomic.law.RuleStatus;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A rule of the rulebook with its history.
 *
 * @param id its first number, for ever
 * @param number its present number
 * @param revision the revision in force
 * @param revisions all its texts, revision n at index n - 1
 * @param strikes the players on whose moves it broke while judging them
 * @param yieldsTo the ids of the rules to which it says that it yields
 * @param comesBefore the ids of the rules of which it says that it comes before them
 */
public record RuleEntry(
        int id,
        int number,
        boolean mutable,
        RuleStatus status,
        int revision,
        List<Revision> revisions,
        SortedSet<String> strikes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedSet<Integer> yieldsTo,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedSet<Integer> comesBefore) {
    private static final SortedSet<Integer> NONE = Collections.emptySortedSet();

    public RuleEntry {
        revisions = List.copyOf(revisions);
        yieldsTo = orNone(yieldsTo);
        comesBefore = orNone(comesBefore);
    }

    /** A rule in force with its first text. */
    static RuleEntry first(int id, boolean mutable, Revision text) {
        return new RuleEntry(
                id,
                id,
                mutable,
                RuleStatus.IN_FORCE,
                1,
                List.of(text),
                new TreeSet<>(),
                NONE,
                NONE);
    }

    /** What is empty is not written. */
    private static SortedSet<Integer> orNone(@Nullable SortedSet<Integer> written) {
        return written == null ? NONE : written;
    }

    /** The text in force. */
    public Revision text() {
        return revisions.get(revision - 1);
    }

    public boolean inForce() {
        return status == RuleStatus.IN_FORCE;
    }

    /** The fact that rules see. */
    public Rule fact() {
        SortedSet<String> calls = text().calls();
        return new Rule(
                number,
                revision,
                mutable,
                text().title(),
                status,
                calls.contains("adopt"),
                calls.contains("declareWinner"));
    }

    /** What it says of its precedence it says no longer. */
    RuleEntry amend(Revision text) {
        var texts = new ArrayList<>(revisions);
        texts.add(text);
        return new RuleEntry(
                id,
                number,
                mutable,
                RuleStatus.IN_FORCE,
                text.revision(),
                texts,
                new TreeSet<>(),
                NONE,
                NONE);
    }

    RuleEntry withNumber(int newNumber) {
        return with(newNumber, mutable, status, strikes);
    }

    RuleEntry withMutable(boolean nowMutable) {
        return with(number, nowMutable, status, strikes);
    }

    RuleEntry repeal() {
        return with(number, mutable, RuleStatus.REPEALED, strikes);
    }

    /** In force again, as if nothing had been wrong with it. */
    RuleEntry reinstate() {
        var texts = new ArrayList<>(revisions);
        texts.set(revision - 1, text().reinstate());
        return new RuleEntry(
                id,
                number,
                mutable,
                RuleStatus.IN_FORCE,
                revision,
                texts,
                new TreeSet<>(),
                yieldsTo,
                comesBefore);
    }

    RuleEntry strike(String player) {
        var players = new TreeSet<>(strikes);
        players.add(player);
        return with(number, mutable, status, players);
    }

    RuleEntry yieldTo(int other) {
        return declare(plus(yieldsTo, other), comesBefore);
    }

    RuleEntry comeBefore(int other) {
        return declare(yieldsTo, plus(comesBefore, other));
    }

    private static SortedSet<Integer> plus(SortedSet<Integer> ids, int id) {
        var more = new TreeSet<>(ids);
        more.add(id);
        return more;
    }

    private RuleEntry with(
            int newNumber, boolean nowMutable, RuleStatus next, SortedSet<String> players) {
        return new RuleEntry(
                id,
                newNumber,
                nowMutable,
                next,
                revision,
                revisions,
                players,
                yieldsTo,
                comesBefore);
    }

    private RuleEntry declare(SortedSet<Integer> yields, SortedSet<Integer> before) {
        return new RuleEntry(
                id, number, mutable, status, revision, revisions, strikes, yields, before);
    }

    /** Suspends one revision; {@code restored} is the revision that stays in force, 0 for none. */
    RuleEntry suspend(int faulty, String why, int restored) {
        var texts = new ArrayList<>(revisions);
        texts.set(faulty - 1, texts.get(faulty - 1).suspend(why));
        return new RuleEntry(
                id,
                number,
                mutable,
                restored == 0 ? RuleStatus.SUSPENDED : RuleStatus.IN_FORCE,
                restored == 0 ? revision : restored,
                texts,
                new TreeSet<>(),
                yieldsTo,
                comesBefore);
    }
}
