package nomic.session;

import nomic.game.CaseEntry;
import nomic.game.Cause;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.OfferEntry;
import nomic.game.OwnFact;
import nomic.game.ProposalEntry;
import nomic.game.RuleEntry;
import nomic.game.Secret;
import nomic.law.Case;
import nomic.law.CaseStatus;
import nomic.law.Choice;
import nomic.law.Offer;
import nomic.law.Player;
import nomic.law.RuleStatus;
import nomic.law.Standing;
import nomic.law.Status;
import nomic.law.Turn;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Carries out what rules asked for and was let stand, as events. */
final class Carrying {
    /** So that a move stays fast whatever rules ask for over time. */
    private static final int MOST_KEPT = 2_000;

    private final Journal journal;
    private final Instant now;

    Carrying(Journal journal, Instant now) {
        this.journal = journal;
        this.now = now;
    }

    void carryOut(Asked<Ask> asked) {
        Cause cause = asked.cause();
        switch (asked.ask()) {
            case Ask.Adopt(int proposal) -> close(proposal, true, cause);
            case Ask.Defeat(int proposal) -> close(proposal, false, cause);
            case Ask.OpenVote(int proposal) -> open(proposal, asked);
            case Ask.CastBallot(int proposal, String player, Choice choice) ->
                    cast(proposal, player, choice, cause);
            case Ask.PassTurn(String player, int circuit) -> {
                Turn turn = journal.state().turn();
                int number = turn == null ? 1 : turn.number() + 1;
                journal.add(new Event.TurnStarted(number, circuit, player), cause);
            }
            case Ask.Award(String player, String asset, long amount) ->
                    hold(player, asset, amount, asked);
            case Ask.Transfer(String from, String to, String asset, long amount) -> {
                if (!from.equals(to)) {
                    hold(from, asset, -amount, asked);
                    hold(to, asset, amount, asked);
                }
            }
            case Ask.Win(String player, String why) -> {
                if (!journal.state().winners().contains(player)) {
                    journal.add(new Event.GameWon(player, why), cause);
                }
            }
            case Ask.Draw(String why) -> journal.add(new Event.GameDrawn(why), cause);
            case Ask.Stand(String player, Standing standing) -> stand(player, standing, cause);
            case Ask.Remove(String player, String why) -> {
                if (!player(player).isGone()) {
                    journal.add(new Event.PlayerKicked(player, why), cause);
                }
            }
            case Ask.Schedule(var name, var at) -> {
                if (journal.state().deadlines().size() >= MOST_KEPT) {
                    throw broken(asked, "the game has " + MOST_KEPT + " deadlines already");
                }
                journal.add(new Event.DeadlineSet(name, at, asked.rule()), cause);
            }
            case Ask.Cancel(String name) -> {
                if (journal.state().deadlines().containsKey(name)) {
                    journal.add(new Event.DeadlineCancelled(name), cause);
                }
            }
            case Ask.Open(Offer offer) -> offer(offer, asked);
            case Ask.Withdraw(String player, String name) -> withdraw(player, name, cause);
            case Ask.Announce(String text) -> journal.add(new Event.Announced(text), cause);
            case Ask.Conceal conceal -> conceal(conceal, asked);
            case Ask.Reveal(Hideable fact) -> {
                if (journal.state().secrets().containsKey(fact.key())) {
                    var fields = fields(fact.key(), journal.state());
                    journal.add(new Event.FactRevealed(fact.key(), fact.type(), fields), cause);
                }
            }
            case Ask.NumberFrom(int number) -> {
                if (number > journal.state().nextProposal()) {
                    journal.add(new Event.ProposalsNumbered(number), cause);
                }
            }
            case Ask.Renumber renumber -> renumber(renumber, asked);
            case Ask.Suspend suspend -> suspend(suspend, cause);
            case Ask.Declare declare -> declare(declare, asked);
            case Ask.Appoint(int caseNumber, String player) -> {
                if (caseOf(caseNumber).status() == CaseStatus.OPEN) {
                    journal.add(new Event.JudgeAppointed(caseNumber, player), cause);
                }
            }
            case Ask.Overrule(int caseNumber) -> {
                CaseEntry entry = caseOf(caseNumber);
                if (entry.status() == CaseStatus.JUDGED) {
                    journal.add(new Event.JudgmentOverruled(caseNumber, entry.judge()), cause);
                }
            }
            case Ask.CloseCase(int caseNumber) -> {
                Case fact = caseOf(caseNumber).fact(0);
                if (fact.isPending()) {
                    journal.add(new Event.CaseClosed(caseNumber, fact.answer()), cause);
                }
            }
        }
    }

    private void conceal(Ask.Conceal ask, Asked<Ask> asked) {
        GameState state = journal.state();
        String key = ask.fact().key();
        Secret secret = state.secrets().get(key);
        if (secret != null ? secret.players().equals(ask.players()) : !exists(key, state)) {
            return;
        }
        if (state.secrets().size() >= MOST_KEPT) {
            throw broken(asked, "the game keeps " + MOST_KEPT + " secrets already");
        }
        journal.add(
                new Event.FactConcealed(key, ask.fact().type(), ask.players(), ask.salt()),
                asked.cause());
    }

    private static boolean exists(String key, GameState state) {
        return !fields(key, state).isEmpty();
    }

    /** What a fact is that may be secret; empty where it is not there any more. */
    private static SortedMap<String, @Nullable Object> fields(String key, GameState state) {
        String[] parts = key.split("/", 3);
        int number = Integer.parseInt(parts[1]);
        var fields = new TreeMap<String, @Nullable Object>();
        switch (parts[0]) {
            case "Fact" -> {
                OwnFact fact = state.facts().get(number);
                fields.putAll(fact == null ? Map.of() : fact.fields());
            }
            case "Offer" -> {
                OfferEntry entry = state.offers().get(number);
                if (entry != null) {
                    fields.put("player", entry.offer().player());
                    fields.put("name", entry.offer().name());
                    fields.put("title", entry.offer().title());
                }
            }
            default -> {
                ProposalEntry proposal = state.proposals().get(number);
                Choice choice = proposal == null ? null : proposal.ballots().get(parts[2]);
                if (choice != null) {
                    fields.put("proposal", number);
                    fields.put("voter", parts[2]);
                    fields.put("choice", choice.name());
                }
            }
        }
        return fields;
    }

    private void close(int number, boolean adopted, Cause cause) {
        ProposalEntry proposal = journal.state().proposals().get(number);
        if (proposal != null && proposal.open()) {
            journal.add(
                    new Event.VoteClosed(
                            number,
                            proposal.author(),
                            adopted,
                            count(proposal, Choice.FOR),
                            count(proposal, Choice.AGAINST),
                            count(proposal, Choice.ABSTAIN)),
                    cause);
        }
    }

    private void cast(int number, String player, Choice choice, Cause cause) {
        ProposalEntry proposal = journal.state().proposals().get(number);
        if (proposal != null && proposal.open()) {
            journal.add(new Event.BallotCast(number, player, choice, proposal.hash()), cause);
        }
    }

    private void stand(String name, Standing standing, Cause cause) {
        Player player = player(name);
        if (!player.isGone() && player.standing() != standing) {
            journal.add(new Event.StandingChanged(name, standing), cause);
        }
    }

    private Player player(String name) {
        return Objects.requireNonNull(journal.state().players().get(name));
    }

    private CaseEntry caseOf(int number) {
        return Objects.requireNonNull(journal.state().cases().get(number));
    }

    private static int count(ProposalEntry proposal, Choice choice) {
        return Math.toIntExact(
                proposal.ballots().values().stream().filter(cast -> cast == choice).count());
    }

    private void open(int number, Asked<Ask> asked) {
        ProposalEntry proposal = journal.state().proposals().get(number);
        if (proposal != null && proposal.status() == Status.DEBATE) {
            journal.add(new Event.VoteOpened(number, now), asked.cause());
        }
    }

    private void hold(String owner, String asset, long amount, Asked<Ask> asked) {
        GameState state = journal.state();
        long from = state.holding(owner, asset);
        long to;
        try {
            to = Math.addExact(from, amount);
        } catch (ArithmeticException e) {
            String why = "the " + asset + " of " + owner + " would pass the largest number";
            throw broken(asked, why);
        }
        if (!state.holds(owner, asset) && accounts(state) >= MOST_KEPT) {
            throw broken(asked, "the game keeps " + MOST_KEPT + " holdings already");
        }
        if (to != from || !state.holds(owner, asset)) {
            journal.add(new Event.HoldingChanged(owner, asset, from, to), asked.cause());
        }
    }

    private static int accounts(GameState state) {
        return state.holdings().values().stream().mapToInt(Map::size).sum();
    }

    private void offer(Offer wanted, Asked<Ask> asked) {
        OfferEntry open = find(wanted.player(), wanted.name());
        if (open != null) {
            boolean same =
                    open.rule() == asked.rule()
                            && open.offer().title().equals(wanted.title())
                            && open.offer().inputs().equals(wanted.inputs());
            if (same) {
                return;
            }
            withdraw(wanted.player(), wanted.name(), asked.cause());
        }
        if (journal.state().offers().size() >= MOST_KEPT) {
            throw broken(asked, "the game has " + MOST_KEPT + " offers open already");
        }
        int id = journal.state().nextOffer();
        Offer offer =
                new Offer(id, wanted.player(), wanted.name(), wanted.title(), wanted.inputs());
        journal.add(new Event.OfferMade(offer, asked.rule()), asked.cause());
    }

    private void withdraw(String player, String name, Cause cause) {
        OfferEntry open = find(player, name);
        if (open != null) {
            journal.add(new Event.OfferWithdrawn(open.offer().id(), player, name), cause);
        }
    }

    private @Nullable OfferEntry find(String player, String name) {
        return journal.state().offers().values().stream()
                .filter(entry -> entry.offer().player().equals(player))
                .filter(entry -> entry.offer().name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private void renumber(Ask.Renumber ask, Asked<Ask> asked) {
        RuleEntry rule = journal.state().rulebook().get(ask.ruleId());
        RuleEntry holder = journal.state().rule(ask.number());
        if (rule == null || rule.number() == ask.number()) {
            return;
        }
        if (holder != null && holder.status() != RuleStatus.REPEALED) {
            throw broken(asked, "there is a rule " + ask.number() + " already");
        }
        journal.add(
                new Event.RuleRenumbered(rule.number(), rule.id(), ask.number()), asked.cause());
    }

    private void suspend(Ask.Suspend ask, Cause cause) {
        RuleEntry rule = journal.state().rulebook().get(ask.ruleId());
        if (rule != null && rule.inForce()) {
            journal.add(
                    new Event.RuleSuspended(
                            rule.number(),
                            rule.id(),
                            rule.revision(),
                            0,
                            ask.why(),
                            Collections.emptySortedMap()),
                    cause);
        }
    }

    private void declare(Ask.Declare ask, Asked<Ask> asked) {
        RuleEntry rule = journal.state().rulebook().get(asked.rule());
        if (rule == null || rule.id() == ask.ruleId()) {
            return;
        }
        boolean said = (ask.yields() ? rule.yieldsTo() : rule.comesBefore()).contains(ask.ruleId());
        if (!said) {
            int other = journal.state().numberOf(ask.ruleId());
            journal.add(
                    new Event.PrecedenceDeclared(
                            rule.number(), rule.id(), other, ask.ruleId(), ask.yields()),
                    asked.cause());
        }
    }

    private static Fault.Thrown broken(Asked<Ask> asked, String why) {
        return new Fault.Thrown(new Fault(asked.rule(), asked.cause().name(), why, false));
    }
}
