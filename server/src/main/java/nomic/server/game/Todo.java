package nomic.server.game;

import com.fasterxml.jackson.annotation.JsonInclude;

import nomic.game.CaseEntry;
import nomic.game.GameState;
import nomic.game.GameStatus;
import nomic.game.OfferEntry;
import nomic.game.ProposalEntry;
import nomic.game.RuleEntry;
import nomic.law.CaseStatus;
import nomic.law.Player;
import nomic.law.Turn;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that a game waits for from somebody.
 *
 * @param proposal to vote on; null but for votes
 * @param action the name of an offered action; null but for offers
 * @param caseNumber to judge; null but for judgments
 * @param player who asks to be let in; null but for that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Todo(
        String game,
        String name,
        What what,
        @Nullable Integer proposal,
        @Nullable String action,
        @Nullable Integer caseNumber,
        @Nullable String player) {
    /** What is to be done. */
    public enum What {
        START,
        TURN,
        VOTE,
        ACT,
        JUDGE,
        LET_IN,
        JOIN
    }

    /** What the state of a game asks of somebody. */
    public static List<Todo> of(String game, GameState state, String who) {
        var todo = new ArrayList<Todo>();
        Player player = state.players().get(who);
        if (state.status() == GameStatus.FINISHED || state.paused() != null) {
            return todo;
        }
        if (state.status() == GameStatus.OPEN) {
            if (state.master().equals(who) && !state.players().isEmpty()) {
                todo.add(of(game, state, What.START, null, null, null));
            }
            return todo;
        }
        if (player == null || !player.isActive()) {
            return todo;
        }
        Turn turn = state.turn();
        if (turn != null && turn.player().equals(who)) {
            todo.add(of(game, state, What.TURN, null, null, null));
        }
        for (ProposalEntry proposal : state.proposals().values()) {
            if (waitsFor(proposal, who)) {
                todo.add(of(game, state, What.VOTE, proposal.number(), null, null));
            }
        }
        for (OfferEntry offer : state.offers().values()) {
            RuleEntry rule = state.rulebook().get(offer.rule());
            if (offer.offer().player().equals(who) && rule != null && rule.inForce()) {
                todo.add(of(game, state, What.ACT, null, offer.offer().name(), null));
            }
        }
        for (CaseEntry dispute : state.cases().values()) {
            if (dispute.status() == CaseStatus.OPEN && dispute.judge().equals(who)) {
                todo.add(of(game, state, What.JUDGE, null, null, dispute.number()));
            }
        }
        return todo;
    }

    /** In debate a proposal waits for its author, in voting for all who have not voted. */
    private static boolean waitsFor(ProposalEntry proposal, String who) {
        return switch (proposal.status()) {
            case DEBATE -> proposal.author().equals(who) && !proposal.ballots().containsKey(who);
            case VOTING -> !proposal.ballots().containsKey(who);
            case ADOPTED, DEFEATED, VOID, WITHDRAWN -> false;
        };
    }

    private static Todo of(
            String game,
            GameState state,
            What what,
            @Nullable Integer proposal,
            @Nullable String action,
            @Nullable Integer caseNumber) {
        return new Todo(game, state.name(), what, proposal, action, caseNumber, null);
    }

    /** Somebody asks the master to be let in. */
    static Todo letIn(String game, String name, String player) {
        return new Todo(game, name, What.LET_IN, null, null, null, player);
    }

    /** Somebody is invited. */
    static Todo join(String game, String name) {
        return new Todo(game, name, What.JOIN, null, null, null, null);
    }
}
