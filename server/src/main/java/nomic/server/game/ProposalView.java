package nomic.server.game;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;

import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.ProposalEntry;
import nomic.game.Secret;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.law.Status;
import nomic.log.Recorded;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A proposal as clients see it.
 *
 * @param target the present number of the rule that it would change; null for an enactment
 * @param hash what a ballot is for
 * @param revision which text it is, from 1
 * @param opened when its vote was opened, or when it was made while it is in debate
 * @param revisions all its texts, the oldest first, where one proposal is shown alone
 * @param events of the command that made it, in the answer to that command only
 */
record ProposalView(
        int number,
        String author,
        Kind kind,
        @Nullable Integer target,
        String title,
        String prose,
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String sentences,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String dsl,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String tests,
        String hash,
        int revision,
        Status status,
        Instant opened,
        List<BallotView> ballots,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<RevisionView> revisions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ObjectNode> events) {
    /**
     * @param choice null where it is kept from who asks
     */
    record BallotView(
            String voter,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Choice choice,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean hidden) {}

    /** One text of a proposal; {@code seq} is that of the event that brought it. */
    record RevisionView(
            int revision,
            long seq,
            Instant at,
            String title,
            String prose,
            String code,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String sentences,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String dsl,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String tests,
            String hash) {
        static RevisionView of(Recorded recorded) {
            return switch (recorded.occurrence().event()) {
                case Event.ProposalMade e ->
                        new RevisionView(
                                1,
                                recorded.seq(),
                                recorded.at(),
                                e.title(),
                                e.prose(),
                                e.code(),
                                e.attachments().sentences(),
                                e.attachments().dsl(),
                                e.attachments().tests(),
                                e.hash());
                case Event.ProposalRevised e ->
                        new RevisionView(
                                e.revision(),
                                recorded.seq(),
                                recorded.at(),
                                e.title(),
                                e.prose(),
                                e.code(),
                                e.attachments().sentences(),
                                e.attachments().dsl(),
                                e.attachments().tests(),
                                e.hash());
                default -> throw new IllegalArgumentException("No text: " + recorded);
            };
        }
    }

    /**
     * @param viewer who asks; null is a stranger
     */
    static List<ProposalView> all(GameState state, @Nullable String viewer) {
        return state.proposals().values().stream()
                .map(proposal -> of(state, proposal, viewer, null))
                .toList();
    }

    static ProposalView of(
            GameState state,
            ProposalEntry proposal,
            @Nullable String viewer,
            @Nullable List<ObjectNode> events) {
        return new ProposalView(
                proposal.number(),
                proposal.author(),
                proposal.kind(),
                proposal.target() == 0 ? null : state.numberOf(proposal.target()),
                proposal.title(),
                proposal.prose(),
                proposal.code(),
                proposal.attachments().sentences(),
                proposal.attachments().dsl(),
                proposal.attachments().tests(),
                proposal.hash(),
                proposal.revision(),
                proposal.status(),
                proposal.opened(),
                proposal.ballots().entrySet().stream()
                        .map(each -> ballot(state, proposal, each, viewer))
                        .toList(),
                null,
                events);
    }

    private static BallotView ballot(
            GameState state,
            ProposalEntry proposal,
            Map.Entry<String, Choice> ballot,
            @Nullable String viewer) {
        String voter = ballot.getKey();
        boolean hidden = state.hides(Secret.ballot(proposal.number(), voter), viewer);
        return new BallotView(voter, hidden ? null : ballot.getValue(), hidden);
    }

    /** The same with all its texts, from the events that brought them. */
    ProposalView withRevisions(List<Recorded> texts) {
        return new ProposalView(
                number,
                author,
                kind,
                target,
                title,
                prose,
                code,
                sentences,
                dsl,
                tests,
                hash,
                revision,
                status,
                opened,
                ballots,
                texts.stream().map(RevisionView::of).toList(),
                events);
    }
}
