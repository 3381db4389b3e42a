package nomic.game;

import nomic.law.Rule;
import nomic.law.RuleStatus;

import java.util.ArrayList;
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
 */
public record RuleEntry(
        int id,
        int number,
        boolean mutable,
        RuleStatus status,
        int revision,
        List<Revision> revisions,
        SortedSet<String> strikes) {
    public RuleEntry {
        revisions = List.copyOf(revisions);
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
        Revision text = text();
        return new Rule(
                number, revision, mutable, text.title(), status, text.calls().contains("adopt"));
    }

    RuleEntry amend(Revision text) {
        var texts = new ArrayList<>(revisions);
        texts.add(text);
        return new RuleEntry(
                id, number, mutable, RuleStatus.IN_FORCE, text.revision(), texts, new TreeSet<>());
    }

    RuleEntry withNumber(int newNumber) {
        return new RuleEntry(id, newNumber, mutable, status, revision, revisions, strikes);
    }

    RuleEntry withMutable(boolean nowMutable) {
        return new RuleEntry(id, number, nowMutable, status, revision, revisions, strikes);
    }

    RuleEntry repeal() {
        return new RuleEntry(
                id, number, mutable, RuleStatus.REPEALED, revision, revisions, strikes);
    }

    RuleEntry strike(String player) {
        var players = new TreeSet<>(strikes);
        players.add(player);
        return new RuleEntry(id, number, mutable, status, revision, revisions, players);
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
                new TreeSet<>());
    }
}
