package nomic.session;

import nomic.game.CaseEntry;
import nomic.game.GameState;
import nomic.game.OfferEntry;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The moves by which a game could go on, for rules to judge. Calling for judgment, leaving and
 * forfeiting are not among them: they are always there, and carry no game further.
 */
final class WaysOn {
    /** How often an action is tried, and how often all are, so that rules can judge them all. */
    private static final int MOST_TRIED = 50;

    private static final int MOST_ACTS = 2_000;

    private static final String WORD = "something";

    private final GameState state;
    private final Instant at;
    private final List<Offer> open;
    private final int mostTried;
    private final List<Move> moves = new ArrayList<>();

    private WaysOn(GameState state, Instant at) {
        this.state = state;
        this.at = at;
        this.open =
                state.offers().values().stream()
                        .filter(entry -> FactView.awake(state, entry.rule()))
                        .map(OfferEntry::offer)
                        .toList();
        this.mostTried = Math.clamp(MOST_ACTS / Math.max(1, open.size()), 1, MOST_TRIED);
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
        open.stream()
                .filter(offer -> offer.player().equals(name))
                .forEach(offer -> moves.addAll(acts(offer)));
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

    /**
     * The action with several values of each input, first each by itself and then together: what a
     * rule says of one value it need not say of another.
     */
    private List<Move> acts(Offer offer) {
        List<List<Object>> values = offer.inputs().stream().map(this::samples).toList();
        var tried = new LinkedHashSet<List<Object>>();
        List<Object> first = values.stream().map(List::getFirst).toList();
        tried.add(first);
        for (int i = 0; i < values.size(); i++) {
            for (Object value : values.get(i)) {
                var one = new ArrayList<>(first);
                one.set(i, value);
                tried.add(List.copyOf(one));
            }
        }
        combine(values, List.of(), tried);
        return tried.stream().limit(mostTried).map(each -> act(offer, each)).toList();
    }

    private void combine(List<List<Object>> values, List<Object> begun, Set<List<Object>> tried) {
        if (begun.size() == values.size()) {
            tried.add(begun);
            return;
        }
        for (Object value : values.get(begun.size())) {
            if (tried.size() < mostTried) {
                var longer = new ArrayList<>(begun);
                longer.add(value);
                combine(values, List.copyOf(longer), tried);
            }
        }
    }

    private Move act(Offer offer, List<Object> values) {
        var arguments = new TreeMap<String, Object>();
        for (int i = 0; i < values.size(); i++) {
            arguments.put(offer.inputs().get(i).name(), values.get(i));
        }
        return new Act(offer.player(), offer.name(), Map.copyOf(arguments), at);
    }

    /** Some values of an input, one at least. */
    private List<Object> samples(Input input) {
        return switch (input.type()) {
            case TEXT -> List.of("", WORD.substring(0, Math.clamp(input.max(), 0, 9)));
            case NUMBER ->
                    Stream.of(
                                    input.min(),
                                    input.max(),
                                    Math.clamp(
                                            input.min() / 2 + input.max() / 2,
                                            input.min(),
                                            input.max()))
                            .distinct()
                            .<Object>map(number -> number)
                            .toList();
            case CHOICE -> input.choices().isEmpty() ? List.of("") : List.copyOf(input.choices());
            case PLAYER -> List.copyOf(state.players().keySet());
            case FLAG -> List.of(true, false);
        };
    }
}
