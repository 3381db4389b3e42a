package nomic.server.game;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;

import nomic.game.GameState;
import nomic.game.ProposalEntry;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.law.Status;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A proposal as clients see it.
 *
 * @param target the present number of the rule that it would change; null for an enactment
 * @param hash what a ballot is for
 * @param opened when its vote was opened, or when it was made while it is in debate
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
        String hash,
        Status status,
        Instant opened,
        List<BallotView> ballots,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ObjectNode> events) {
    record BallotView(String voter, Choice choice) {}

    static List<ProposalView> all(GameState state) {
        return state.proposals().values().stream()
                .map(proposal -> of(state, proposal, null))
                .toList();
    }

    static ProposalView of(
            GameState state, ProposalEntry proposal, @Nullable List<ObjectNode> events) {
        return new ProposalView(
                proposal.number(),
                proposal.author(),
                proposal.kind(),
                proposal.target() == 0 ? null : state.numberOf(proposal.target()),
                proposal.title(),
                proposal.prose(),
                proposal.code(),
                proposal.hash(),
                proposal.status(),
                proposal.opened(),
                proposal.ballots().entrySet().stream()
                        .map(ballot -> new BallotView(ballot.getKey(), ballot.getValue()))
                        .toList(),
                events);
    }
}
