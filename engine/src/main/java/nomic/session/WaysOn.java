package nomic.session;

import nomic.game.CaseEntry;
import nomic.game.GameState;
import nomic.game.ProposalEntry;
import nomic.law.Act;
import nomic.law.Answer;
import nomic.law.CaseStatus;
import nomic.law.Choice;
import nomic.law.EndTurn;
import nomic.law.Input;
import nomic.law.Judge;
import nomic.law.Kind;
import nomic.law.Move;
import nomic.law.Offer;
import nomic.law.Player;
import nomic.law.Propose;
import nomic.law.Revise;
import nomic.law.Rule;
import nomic.law.RuleStatus;
import nomic.law.Vote;
import nomic.law.Withdraw;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The moves by which a game could go on, for rules to judge. Calling for judgment, leaving and
 * forfeiting are not among them: they are always there, and carry no game further.
 */
final class WaysOn {
    private final GameState state;
    private final Instant at;
    private final List<Move> moves = new ArrayList<>();

    private WaysOn(GameState state, Instant at) {
        this.state = state;
        this.at = at;
    }

    static List<Move> of(GameState state, Instant at) {
        var ways = new WaysOn(state, at);
        state.players().values().stream()
                .filter(player -> !player.isGone())
                .sorted(Comparator.comparingInt(Player::seat))
                .forEach(ways::of);
        return ways.moves;
    }

    /** What a player does, as the end of a sentence. */
    static String describe(Move move) {
        return switch (move) {
            case Propose(_, Kind kind, int target, _, _) when kind != Kind.ENACT ->
                    "propose a change of rule " + target;
            case Propose _ -> "propose a new rule";
            case Vote vote -> "vote on proposal " + vote.proposal();
            case Revise revise -> "revise proposal " + revise.proposal();
            case Withdraw withdraw -> "withdraw proposal " + withdraw.proposal();
            case Judge judge -> "judge case " + judge.caseNumber();
            case Act act -> "take the action '" + act.name() + "'";
            default -> "end the turn";
        };
    }

    private void of(Player player) {
        String name = player.name();
        if (player.isActive()) {
            moves.add(new Propose(name, Kind.ENACT, 0, "A change", at));
            state.proposals().values().stream()
                    .filter(ProposalEntry::open)
                    .forEach(proposal -> onProposal(name, proposal.number()));
            state.cases().values().stream()
                    .filter(each -> each.status() == CaseStatus.OPEN && each.judge().equals(name))
                    .map(CaseEntry::number)
                    .forEach(number -> moves.add(new Judge(name, number, Answer.TRUE, at)));
            state.rulebook().values().forEach(rule -> onRule(name, rule.fact()));
            moves.add(new EndTurn(name, at));
        }
        state.offers().values().stream()
                .filter(entry -> entry.offer().player().equals(name))
                .filter(entry -> FactView.awake(state, entry.rule()))
                .forEach(entry -> moves.add(act(entry.offer())));
    }

    private void onProposal(String player, int proposal) {
        for (Choice choice : Choice.values()) {
            moves.add(new Vote(player, proposal, choice, at));
        }
        moves.add(new Revise(player, proposal, at));
        moves.add(new Withdraw(player, proposal, at));
    }

    private void onRule(String player, Rule rule) {
        if (rule.status() != RuleStatus.REPEALED) {
            for (Kind kind : List.of(Kind.AMEND, Kind.REPEAL, Kind.TRANSMUTE)) {
                moves.add(new Propose(player, kind, rule.number(), rule.title(), at));
            }
        }
    }

    private Move act(Offer offer) {
        var arguments = new TreeMap<String, Object>();
        offer.inputs().forEach(input -> arguments.put(input.name(), sample(input)));
        return new Act(offer.player(), offer.name(), Map.copyOf(arguments), at);
    }

    private Object sample(Input input) {
        return switch (input.type()) {
            case TEXT -> "";
            case NUMBER -> input.min();
            case CHOICE -> input.choices().isEmpty() ? "" : input.choices().getFirst();
            case PLAYER -> state.players().firstKey();
            case FLAG -> true;
        };
    }
}
