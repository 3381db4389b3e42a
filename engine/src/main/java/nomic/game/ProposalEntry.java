package nomic.game;

import com.fasterxml.jackson.annotation.JsonInclude;

import nomic.law.Choice;
import nomic.law.Kind;
import nomic.law.Proposal;
import nomic.law.Status;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A proposal with its text and ballots.
 *
 * @param target the id of the rule that it would change; 0 for an enactment
 * @param targetRevision the revision that it was written against
 * @param revision which text this is, from 1
 * @param hash SHA-256 of its whole text, in hex: what a ballot is for
 */
public record ProposalEntry(
        int number,
        String author,
        Kind kind,
        int target,
        int targetRevision,
        String title,
        String prose,
        String code,
        String hash,
        SortedSet<String> calls,
        Status status,
        int turn,
        int revision,
        Instant opened,
        SortedMap<String, Choice> ballots,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Attachments attachments) {
    public ProposalEntry {
        attachments = Attachments.orNone(attachments);
        ballots = Collections.unmodifiableSortedMap(new TreeMap<>(ballots));
    }

    public boolean open() {
        return status == Status.DEBATE || status == Status.VOTING;
    }

    /** The fact that rules see; {@code targetNumber} is the present number of its target. */
    public Proposal fact(int targetNumber) {
        return new Proposal(
                number,
                author,
                kind,
                targetNumber,
                title,
                status,
                turn,
                revision,
                calls.contains("adopt"),
                opened);
    }

    ProposalEntry withStatus(Status next, Instant at) {
        return with(next, next == Status.VOTING ? at : opened, ballots);
    }

    ProposalEntry revise(Event.ProposalRevised e) {
        return new ProposalEntry(
                number,
                author,
                kind,
                target,
                e.targetRevision(),
                e.title(),
                e.prose(),
                e.code(),
                e.hash(),
                e.calls(),
                status,
                turn,
                e.revision(),
                opened,
                new TreeMap<>(),
                e.attachments());
    }

    ProposalEntry withBallot(String voter, Choice choice) {
        var cast = new TreeMap<>(ballots);
        cast.put(voter, choice);
        return with(status, opened, cast);
    }

    /** The same with the ballots of some voters only. */
    ProposalEntry withBallotsOf(Predicate<String> voters) {
        var left = new TreeMap<>(ballots);
        left.keySet().removeIf(voters.negate());
        return with(status, opened, left);
    }

    private ProposalEntry with(Status next, Instant at, SortedMap<String, Choice> cast) {
        return new ProposalEntry(
                number,
                author,
                kind,
                target,
                targetRevision,
                title,
                prose,
                code,
                hash,
                calls,
                next,
                turn,
                revision,
                at,
                cast,
                attachments);
    }
}
