package nomic.session;

import nomic.game.Attachments;
import nomic.game.Command;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.ProposalEntry;
import nomic.game.Refusal.Problem;
import nomic.game.RuleEntry;
import nomic.game.Texts;
import nomic.law.Kind;
import nomic.law.Propose;
import nomic.law.Revise;
import nomic.law.RuleStatus;
import nomic.law.Vote;
import nomic.law.Withdraw;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.function.Function;

/** What the kernel says of the moves that are about proposals. */
final class ProposalMoves {
    private final RuleText texts;

    ProposalMoves(RuleText texts) {
        this.texts = texts;
    }

    Prepared propose(GameState state, Envelope envelope, Command.Propose propose) {
        RuleEntry target = null;
        if (propose.kind() != Kind.ENACT) {
            target = state.rule(propose.target());
            if (target == null || target.status() == RuleStatus.REPEALED) {
                return Prepared.no(
                        Problem.UNKNOWN_RULE,
                        "There is no rule "
                                + propose.target()
                                + " to "
                                + word(propose.kind())
                                + ".",
                        "Read the rulebook for the numbers in force.");
            }
        }
        if (carriesCodeInVain(propose.kind(), propose.code(), propose.attachments())) {
            return codeInVain(propose.kind());
        }
        String title =
                target != null && propose.title().isBlank()
                        ? target.text().title()
                        : propose.title();
        int number = state.nextProposal();
        int id = target == null ? number : target.id();
        return switch (texts.check(
                state,
                id,
                title,
                propose.prose(),
                propose.code(),
                propose.attachments(),
                amended(propose.kind(), target))) {
            case RuleText.Result.Refused(Prepared why) -> why;
            case RuleText.Result.Fine(var code, var calls) ->
                    Prepared.ready(
                            "propose",
                            new Propose(
                                    envelope.player(),
                                    propose.kind(),
                                    target == null ? 0 : target.number(),
                                    title,
                                    envelope.at()),
                            new Event.ProposalMade(
                                    number,
                                    envelope.player(),
                                    propose.kind(),
                                    target == null ? 0 : target.number(),
                                    target == null ? 0 : target.id(),
                                    target == null ? 0 : target.revisions().size(),
                                    title,
                                    propose.prose(),
                                    code,
                                    Texts.hash(
                                            propose.kind(),
                                            target == null ? 0 : target.id(),
                                            title,
                                            propose.prose(),
                                            code,
                                            propose.attachments()),
                                    calls,
                                    envelope.at(),
                                    propose.attachments()));
        };
    }

    Prepared revise(GameState state, Envelope envelope, Command.Revise revise) {
        return open(
                state, revise.proposal(), proposal -> revised(state, envelope, revise, proposal));
    }

    private Prepared revised(
            GameState state, Envelope envelope, Command.Revise revise, ProposalEntry proposal) {
        RuleEntry target = state.rulebook().get(proposal.target());
        if (carriesCodeInVain(proposal.kind(), revise.code(), revise.attachments())) {
            return codeInVain(proposal.kind());
        }
        if (target != null && target.status() == RuleStatus.REPEALED) {
            return Prepared.no(
                    Problem.UNKNOWN_RULE,
                    "Rule " + target.number() + " is repealed, so there is nothing to change.",
                    "Withdraw the proposal, or let it be voted down.");
        }
        String title = revise.title().isBlank() ? proposal.title() : revise.title();
        int id = target == null ? proposal.number() : target.id();
        return switch (texts.check(
                state,
                id,
                title,
                revise.prose(),
                revise.code(),
                revise.attachments(),
                amended(proposal.kind(), target))) {
            case RuleText.Result.Refused(Prepared why) -> why;
            case RuleText.Result.Fine(var code, var calls) -> {
                String hash =
                        Texts.hash(
                                proposal.kind(),
                                proposal.target(),
                                title,
                                revise.prose(),
                                code,
                                revise.attachments());
                if (hash.equals(proposal.hash())) {
                    yield Prepared.bad(
                            "That is the text of proposal " + proposal.number() + " already.",
                            "Change its title, prose or code.");
                }
                yield Prepared.ready(
                        "revise",
                        new Revise(envelope.player(), proposal.number(), envelope.at()),
                        new Event.ProposalRevised(
                                proposal.number(),
                                proposal.author(),
                                proposal.revision() + 1,
                                target == null ? 0 : target.revisions().size(),
                                title,
                                revise.prose(),
                                code,
                                hash,
                                calls,
                                envelope.at(),
                                revise.attachments()));
            }
        };
    }

    Prepared withdraw(GameState state, Envelope envelope, Command.Withdraw withdraw) {
        return open(
                state,
                withdraw.proposal(),
                proposal ->
                        Prepared.ready(
                                "withdraw",
                                new Withdraw(envelope.player(), proposal.number(), envelope.at()),
                                new Event.ProposalWithdrawn(proposal.number(), proposal.author())));
    }

    Prepared vote(GameState state, Envelope envelope, Command.Vote vote) {
        return open(state, vote.proposal(), proposal -> ballot(envelope, vote, proposal));
    }

    private static Prepared ballot(Envelope envelope, Command.Vote vote, ProposalEntry proposal) {
        if (vote.hash() != null && !vote.hash().equals(proposal.hash())) {
            return Prepared.no(
                    Problem.TEXT_CHANGED,
                    "Proposal "
                            + vote.proposal()
                            + " is no longer the text with hash "
                            + vote.hash()
                            + ".",
                    "Read it again: its hash is " + proposal.hash() + ".");
        }
        return Prepared.ready(
                "vote",
                new Vote(envelope.player(), vote.proposal(), vote.choice(), envelope.at()),
                new Event.BallotCast(
                        vote.proposal(), envelope.player(), vote.choice(), proposal.hash()));
    }

    /** What is to be done with a proposal that is open. */
    private static Prepared open(
            GameState state, int number, Function<ProposalEntry, Prepared> then) {
        ProposalEntry proposal = state.proposals().get(number);
        if (proposal == null) {
            return Prepared.no(
                    Problem.UNKNOWN_PROPOSAL,
                    "There is no proposal " + number + " in this game.",
                    "Its proposals are " + state.proposals().keySet() + ".");
        }
        if (!proposal.open()) {
            String end = proposal.status().name().toLowerCase(Locale.ROOT);
            return Prepared.no(
                    Problem.VOTE_CLOSED,
                    "The vote on proposal " + number + " is closed: it is " + end + ".",
                    "Choose an open proposal.");
        }
        return then.apply(proposal);
    }

    private static @Nullable RuleEntry amended(Kind kind, @Nullable RuleEntry target) {
        return kind == Kind.AMEND ? target : null;
    }

    private static boolean carriesCodeInVain(Kind kind, String code, Attachments attachments) {
        return kind != Kind.ENACT
                && kind != Kind.AMEND
                && !(code + attachments.sentences() + attachments.dsl()).isBlank();
    }

    private static Prepared codeInVain(Kind kind) {
        return Prepared.bad(
                "A proposal to " + word(kind) + " carries no code.",
                "Leave the code out, or propose an amendment.");
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
