package nomic.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A proposal.
 *
 * @param target the number of the rule that it would change; null to enact
 * @param code DRL; empty for a rule that people apply
 * @param hash of the text: a ballot with it is refused where the text is another by then
 * @param revision which text it is, from 1
 */
public record Proposal(
        int number,
        String author,
        Kind kind,
        @Nullable Integer target,
        String title,
        String prose,
        String code,
        String hash,
        int revision,
        Status status,
        Instant opened,
        List<Ballot> ballots) {
    /** How far a proposal is. */
    public enum Status {
        /** It waits for the ballot of its author, who can revise it. */
        DEBATE,
        VOTING,
        ADOPTED,
        DEFEATED,
        /** It was adopted and could not take effect. */
        VOID,
        WITHDRAWN,
        /** Something that this client does not know. */
        @JsonEnumDefaultValue
        OTHER
    }

    /**
     * How somebody has voted.
     *
     * @param choice null where a rule keeps it from you
     */
    public record Ballot(String voter, @Nullable Choice choice, boolean hidden) {}

    /** Whether it takes ballots: any in voting, that of its author in debate. */
    public boolean isOpen() {
        return status == Status.DEBATE || status == Status.VOTING;
    }

    /** Whether there is a ballot of this player. */
    public boolean hasBallotOf(String who) {
        return ballots.stream().anyMatch(ballot -> ballot.voter().equals(who));
    }

    /** Whether a ballot of this player is missing. */
    public boolean waitsFor(String who) {
        return !hasBallotOf(who)
                && (status == Status.VOTING || (status == Status.DEBATE && author.equals(who)));
    }
}
