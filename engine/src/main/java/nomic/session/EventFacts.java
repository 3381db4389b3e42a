package nomic.session;

import nomic.game.Cause;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.game.ProposalEntry;
import nomic.law.BallotCast;
import nomic.law.CaseClosed;
import nomic.law.DeadEndFound;
import nomic.law.Elapsed;
import nomic.law.EventFact;
import nomic.law.GameStarted;
import nomic.law.HoldingChanged;
import nomic.law.Judged;
import nomic.law.JudgmentCalled;
import nomic.law.JudgmentOverruled;
import nomic.law.Overruled;
import nomic.law.PlayerJoined;
import nomic.law.PlayerLeft;
import nomic.law.ProposalMade;
import nomic.law.ProposalRevised;
import nomic.law.ProposalWithdrawn;
import nomic.law.StandingChanged;
import nomic.law.TurnEnded;
import nomic.law.TurnStarted;
import nomic.law.VoteClosed;
import nomic.law.VoteOpened;
import nomic.law.VoteSettled;

import org.jspecify.annotations.Nullable;

/** The event facts that events bring for one round. */
final class EventFacts {
    private EventFacts() {}

    /** The fact that an event brings; null for most. {@code state} is the state after it. */
    static @Nullable EventFact of(Occurrence occurrence, GameState state, String by) {
        return switch (occurrence.event()) {
            case Event.GameStarted _ -> new GameStarted(by);
            case Event.PlayerJoined e -> new PlayerJoined(e.player());
            case Event.PlayerLeft e -> new PlayerLeft(e.player(), e.forfeited());
            case Event.PlayerKicked e -> new PlayerLeft(e.player(), false);
            case Event.TurnStarted e -> new TurnStarted(e.number(), e.circuit(), e.player());
            case Event.TurnEnded e -> new TurnEnded(e.player());
            case Event.StandingChanged e -> new StandingChanged(e.player(), e.standing());
            case Event.ProposalRevised e ->
                    new ProposalRevised(e.proposal(), e.author(), e.revision());
            case Event.ProposalWithdrawn e -> new ProposalWithdrawn(e.proposal(), e.author());
            case Event.VoteOpened e ->
                    new VoteOpened(e.proposal(), proposal(state, e.proposal()).author());
            case Event.ProposalMade e -> new ProposalMade(e.proposal(), e.author(), e.kind());
            case Event.BallotCast e -> new BallotCast(e.proposal(), e.voter(), e.choice());
            case Event.VoteClosed e -> {
                ProposalEntry p = proposal(state, e.proposal());
                int target = state.numberOf(p.target());
                yield new VoteClosed(e.proposal(), e.author(), p.kind(), target, e.adopted());
            }
            case Event.VoteSettled e ->
                    new VoteSettled(
                            e.proposal(),
                            e.author(),
                            proposal(state, e.proposal()).kind(),
                            e.rule(),
                            e.adopted());
            case Event.HoldingChanged e ->
                    new HoldingChanged(e.owner(), e.asset(), e.from(), e.to());
            case Event.DeadlinePassed e -> new Elapsed(e.name());
            case Event.Overruled e ->
                    new Overruled(
                            e.claim(),
                            e.subject(),
                            e.amount(),
                            ruleOf(occurrence.cause()),
                            e.by().rule(),
                            e.reason());
            case Event.JudgmentCalled e -> new JudgmentCalled(e.caseNumber(), e.caller());
            case Event.Judged e -> new Judged(e.caseNumber(), e.judge(), e.answer());
            case Event.JudgmentOverruled e -> new JudgmentOverruled(e.caseNumber(), e.judge());
            case Event.CaseClosed e -> new CaseClosed(e.caseNumber(), e.answer());
            case Event.DeadEndFound e -> new DeadEndFound(e.player());
            default -> null;
        };
    }

    private static int ruleOf(Cause cause) {
        return cause instanceof Cause.ByRule rule ? rule.rule() : 0;
    }

    private static ProposalEntry proposal(GameState state, int number) {
        ProposalEntry proposal = state.proposals().get(number);
        if (proposal == null) {
            throw new IllegalStateException("There is no proposal " + number);
        }
        return proposal;
    }
}
