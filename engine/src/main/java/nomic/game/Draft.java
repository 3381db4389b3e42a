package nomic.game;

import nomic.law.CaseStatus;
import nomic.law.DeadEnd;
import nomic.law.Player;
import nomic.law.Standing;
import nomic.law.Status;
import nomic.law.Turn;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A state that is being written; used by one fold and then frozen. */
final class Draft {
    private String name;
    private String ruleset;
    private String master;
    private GameStatus status;
    private final TreeMap<String, Player> players;
    private @Nullable Turn turn;
    private final TreeMap<Integer, RuleEntry> rulebook;
    private final TreeMap<Integer, ProposalEntry> proposals;
    private final TreeMap<String, SortedMap<String, Long>> holdings;
    private final TreeMap<String, DeadlineEntry> deadlines;
    private final TreeMap<Integer, OfferEntry> offers;
    private final TreeMap<Integer, CaseEntry> cases;
    private @Nullable DeadEnd deadEnd;
    private final TreeMap<Integer, OwnFact> facts;
    private int nextProposal;
    private int nextOffer;
    private int nextFact;
    private final List<String> winners;
    private Limits limits;
    private @Nullable Origin rulebookOf;
    private @Nullable Pause paused;
    private @Nullable String ended;
    private final TreeMap<String, Secret> secrets;

    Draft(GameState state) {
        name = state.name();
        ruleset = state.ruleset();
        master = state.master();
        status = state.status();
        players = new TreeMap<>(state.players());
        turn = state.turn();
        rulebook = new TreeMap<>(state.rulebook());
        proposals = new TreeMap<>(state.proposals());
        holdings = new TreeMap<>(state.holdings());
        deadlines = new TreeMap<>(state.deadlines());
        offers = new TreeMap<>(state.offers());
        cases = new TreeMap<>(state.cases());
        deadEnd = state.deadEnd();
        facts = new TreeMap<>(state.facts());
        nextProposal = state.nextProposal();
        nextOffer = state.nextOffer();
        nextFact = state.nextFact();
        winners = new ArrayList<>(state.winners());
        limits = state.limits();
        rulebookOf = state.rulebookOf();
        paused = state.paused();
        ended = state.ended();
        secrets = new TreeMap<>(state.secrets());
    }

    GameState state() {
        return new GameState(
                name,
                ruleset,
                master,
                status,
                Collections.unmodifiableSortedMap(players),
                turn,
                Collections.unmodifiableSortedMap(rulebook),
                Collections.unmodifiableSortedMap(proposals),
                Collections.unmodifiableSortedMap(holdings),
                Collections.unmodifiableSortedMap(deadlines),
                Collections.unmodifiableSortedMap(offers),
                Collections.unmodifiableSortedMap(cases),
                deadEnd,
                Collections.unmodifiableSortedMap(facts),
                nextProposal,
                nextOffer,
                nextFact,
                List.copyOf(winners),
                limits,
                rulebookOf,
                paused,
                ended,
                Collections.unmodifiableSortedMap(secrets));
    }

    /**
     * What belongs to the master stays as it is, numbers are not used twice, and there is as much
     * time left until each deadline as there was.
     */
    Draft takenUpBy(GameState now, Duration gone) {
        master = now.master();
        limits = now.limits();
        paused = now.paused();
        nextProposal = Math.max(nextProposal, now.nextProposal());
        nextOffer = Math.max(nextOffer, now.nextOffer());
        nextFact = Math.max(nextFact, now.nextFact());
        postpone(gone);
        return this;
    }

    /** The players, their standing and all else stay; there is as much time left as there was. */
    Draft forked(String newName, String newMaster, Limits newLimits, Origin forkOf, Duration gone) {
        name = newName;
        master = newMaster;
        limits = newLimits;
        rulebookOf = forkOf;
        paused = null;
        postpone(gone);
        return this;
    }

    /** Without what is kept from somebody, and with nothing concealed; null is a stranger. */
    Draft knownTo(@Nullable String viewer) {
        secrets.values().removeIf(secret -> !secret.isKeptFrom(viewer));
        facts.keySet().removeIf(id -> secrets.containsKey(Secret.fact(id)));
        offers.keySet().removeIf(id -> secrets.containsKey(Secret.offer(id)));
        proposals.replaceAll(
                (number, proposal) ->
                        proposal.withBallotsOf(
                                voter -> !secrets.containsKey(Secret.ballot(number, voter))));
        secrets.clear();
        return this;
    }

    private void postpone(Duration by) {
        deadlines.replaceAll((_, d) -> new DeadlineEntry(d.name(), d.at().plus(by), d.rule()));
    }

    /** The draft after an event: this one, or another. */
    Draft after(Event event) {
        if (event instanceof Event.RolledBack back) {
            return new Draft(back.state());
        }
        if (event instanceof Event.GameForked forked) {
            return new Draft(forked.state());
        }
        apply(event);
        return this;
    }

    private void apply(Event event) {
        switch (event) {
            case Event.GameCreated e -> found(e);
            case Event.PlayerJoined e ->
                    players.put(e.player(), new Player(e.player(), e.seat(), Standing.ACTIVE));
            case Event.PlayerLeft e ->
                    leave(e.player(), e.forfeited() ? Standing.FORFEITED : Standing.LEFT);
            case Event.GameStarted _ -> status = GameStatus.RUNNING;
            case Event.StandingChanged e ->
                    players.computeIfPresent(
                            e.player(), (n, p) -> new Player(n, p.seat(), e.standing()));
            case Event.TurnStarted e -> {
                turn = new Turn(e.number(), e.circuit(), e.player());
                deadEnd = null;
            }
            case Event.ProposalMade e -> propose(e);
            case Event.ProposalRevised e ->
                    proposals.computeIfPresent(e.proposal(), (_, p) -> p.revise(e));
            case Event.ProposalWithdrawn e -> close(e.proposal(), Status.WITHDRAWN);
            case Event.VoteOpened e ->
                    proposals.computeIfPresent(
                            e.proposal(), (_, p) -> p.withStatus(Status.VOTING, e.at()));
            case Event.BallotCast e ->
                    proposals.computeIfPresent(
                            e.proposal(), (_, p) -> p.withBallot(e.voter(), e.choice()));
            case Event.VoteClosed e -> close(e.proposal(), closed(e));
            case Event.AdoptionVoid e -> close(e.proposal(), Status.VOID);
            case Event.RuleEnacted e -> enact(e);
            case Event.RuleAmended e -> amend(e);
            case Event.RuleRepealed e -> repeal(e.id());
            case Event.RuleTransmuted e ->
                    rulebook.computeIfPresent(e.id(), (_, r) -> r.withMutable(e.mutable()));
            case Event.RuleRenumbered e -> {
                rulebook.computeIfPresent(e.id(), (_, r) -> r.withNumber(e.number()));
                nextProposal = Math.max(nextProposal, e.number() + 1);
            }
            case Event.RuleSuspended e ->
                    rulebook.computeIfPresent(
                            e.id(), (_, r) -> r.suspend(e.revision(), e.why(), e.restored()));
            case Event.RuleFaulted e ->
                    rulebook.computeIfPresent(e.id(), (_, r) -> r.strike(e.player()));
            case Event.PrecedenceDeclared e ->
                    rulebook.computeIfPresent(
                            e.id(),
                            (_, r) ->
                                    e.yields()
                                            ? r.yieldTo(e.otherId())
                                            : r.comeBefore(e.otherId()));
            case Event.ProposalsNumbered e -> nextProposal = Math.max(nextProposal, e.from());
            case Event.HoldingChanged e -> hold(e);
            case Event.DeadlineSet e ->
                    deadlines.put(e.name(), new DeadlineEntry(e.name(), e.at(), e.ruleId()));
            case Event.DeadlineCancelled e -> deadlines.remove(e.name());
            case Event.DeadlinePassed e -> deadlines.remove(e.name());
            case Event.OfferMade e -> offer(e);
            case Event.OfferWithdrawn e -> offers.remove(e.offer());
            case Event.FactInserted e -> {
                facts.put(e.id(), new OwnFact(e.id(), e.ruleId(), e.fact(), e.fields()));
                nextFact = Math.max(nextFact, e.id() + 1);
            }
            case Event.FactChanged e ->
                    facts.computeIfPresent(
                            e.id(), (id, f) -> new OwnFact(id, f.rule(), f.type(), e.fields()));
            case Event.FactDeleted e -> facts.remove(e.id());
            case Event.FactConcealed e ->
                    secrets.put(e.key(), new Secret(e.key(), e.fact(), e.players(), e.salt()));
            case Event.FactRevealed e -> secrets.remove(e.key());
            case Event.JudgmentCalled e -> call(e);
            case Event.JudgeAppointed e ->
                    cases.computeIfPresent(e.caseNumber(), (_, c) -> c.appoint(e.judge()));
            case Event.Judged e -> judge(e);
            case Event.JudgmentOverruled e ->
                    cases.computeIfPresent(e.caseNumber(), (_, c) -> c.overrule());
            case Event.CaseClosed e -> cases.computeIfPresent(e.caseNumber(), (_, c) -> c.close());
            case Event.DeadEndFound e -> deadEnd = new DeadEnd(e.turn(), e.player());
            case Event.GamePaused e -> paused = new Pause(e.at(), e.reason());
            case Event.GameResumed e -> {
                paused = null;
                postpone(Duration.between(e.since(), e.at()));
            }
            case Event.RuleReinstated e ->
                    rulebook.computeIfPresent(e.id(), (_, r) -> r.reinstate());
            case Event.LimitsChanged e -> limits = limits.with(e.amounts());
            case Event.PlayerKicked e -> leave(e.player(), Standing.LEFT);
            case Event.MasterChanged e -> master = e.to();
            case Event.GameEnded e -> {
                status = GameStatus.FINISHED;
                ended = e.reason();
            }
            case Event.GameDrawn _ -> status = GameStatus.FINISHED;
            case Event.GameWon e -> {
                status = GameStatus.FINISHED;
                winners.add(e.player());
            }
            case Event.TurnEnded _,
                    Event.VoteSettled _,
                    Event.DiceRolled _,
                    Event.Announced _,
                    Event.Overruled _,
                    Event.ActionTaken _,
                    Event.Hidden _,
                    Event.GameForked _,
                    Event.RolledBack _ -> {}
        }
    }

    private void found(Event.GameCreated e) {
        name = e.name();
        ruleset = e.ruleset();
        master = e.master();
        limits = e.limits();
        rulebookOf = e.rulebookOf();
        for (Event.Founded rule : e.rules()) {
            Revision text =
                    new Revision(
                            1,
                            0,
                            rule.title(),
                            rule.prose(),
                            rule.code(),
                            Texts.hash(rule.prose(), rule.code(), rule.attachments()),
                            rule.calls(),
                            null,
                            rule.attachments());
            int id = rule.permanentId();
            rulebook.put(id, RuleEntry.first(id, rule.mutable(), text).withNumber(rule.number()));
            nextProposal = Math.max(nextProposal, Math.max(id, rule.number()) + 1);
        }
    }

    private void call(Event.JudgmentCalled e) {
        cases.put(
                e.caseNumber(),
                new CaseEntry(
                        e.caseNumber(),
                        e.caller(),
                        e.statement(),
                        e.ruleId(),
                        e.turn(),
                        e.at(),
                        CaseStatus.OPEN,
                        "",
                        List.of()));
    }

    private void judge(Event.Judged e) {
        var judgment =
                new Judgment(
                        e.judge(), e.answer(), e.reasons(), e.cites(), e.remedies(), e.at(), false);
        cases.computeIfPresent(e.caseNumber(), (_, c) -> c.judge(judgment));
    }

    private void leave(String player, Standing standing) {
        players.computeIfPresent(player, (n, p) -> new Player(n, p.seat(), standing));
        offers.values().removeIf(offer -> offer.offer().player().equals(player));
    }

    private void propose(Event.ProposalMade e) {
        proposals.put(
                e.proposal(),
                new ProposalEntry(
                        e.proposal(),
                        e.author(),
                        e.kind(),
                        e.targetId(),
                        e.targetRevision(),
                        e.title(),
                        e.prose(),
                        e.code(),
                        e.hash(),
                        e.calls(),
                        Status.DEBATE,
                        turn == null ? 0 : turn.number(),
                        1,
                        e.at(),
                        new TreeMap<>(),
                        e.attachments()));
        nextProposal = Math.max(nextProposal, e.proposal() + 1);
    }

    private static Status closed(Event.VoteClosed e) {
        return e.adopted() ? Status.ADOPTED : Status.DEFEATED;
    }

    private void close(int proposal, Status end) {
        proposals.computeIfPresent(proposal, (_, p) -> p.withStatus(end, p.opened()));
    }

    private void enact(Event.RuleEnacted e) {
        rulebook.put(e.id(), RuleEntry.first(e.id(), true, revision(1, e.proposal())));
    }

    private void amend(Event.RuleAmended e) {
        Revision text = revision(e.revision(), e.proposal());
        rulebook.computeIfPresent(e.id(), (_, rule) -> rule.amend(text));
    }

    private Revision revision(int number, int proposal) {
        ProposalEntry p = proposals.get(proposal);
        if (p == null) {
            throw new IllegalStateException("There is no proposal " + proposal);
        }
        return new Revision(
                number,
                proposal,
                p.title(),
                p.prose(),
                p.code(),
                p.hash(),
                p.calls(),
                null,
                p.attachments());
    }

    private void repeal(int id) {
        rulebook.computeIfPresent(id, (_, rule) -> rule.repeal());
        facts.values().removeIf(fact -> fact.rule() == id);
        offers.values().removeIf(offer -> offer.rule() == id);
        deadlines.values().removeIf(deadline -> deadline.rule() == id);
    }

    private void hold(Event.HoldingChanged e) {
        var assets = new TreeMap<>(holdings.getOrDefault(e.owner(), new TreeMap<>()));
        assets.put(e.asset(), e.to());
        holdings.put(e.owner(), Collections.unmodifiableSortedMap(assets));
    }

    private void offer(Event.OfferMade e) {
        offers.put(e.offer().id(), new OfferEntry(e.offer(), e.ruleId()));
        nextOffer = Math.max(nextOffer, e.offer().id() + 1);
    }
}
