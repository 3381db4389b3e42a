package nomic.session;

import nomic.game.CaseEntry;
import nomic.game.Command;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.Refusal.Problem;
import nomic.game.RemedyEntry;
import nomic.game.RuleEntry;
import nomic.law.CallForJudgment;
import nomic.law.CaseStatus;
import nomic.law.Judge;
import nomic.law.Status;

import java.util.HashSet;
import java.util.List;

/** What the kernel says of the moves that are about cases. */
final class CaseMoves {
    private static final int LONGEST_STATEMENT = 500;
    private static final int LONGEST_REASONS = 5_000;
    private static final int MOST_CITED = 20;
    private static final int MOST_REMEDIES = 20;
    private static final int MOST_CASES = 1_000;
    private static final long MOST = 1_000_000_000L;

    private CaseMoves() {}

    static Prepared call(GameState state, Envelope envelope, Command.CallForJudgment call) {
        if (call.statement().isBlank()) {
            return Prepared.bad(
                    "The statement is missing.", "Say in a sentence what the Judge is to answer.");
        }
        String broken = RuleText.broken(call.statement(), LONGEST_STATEMENT);
        if (!broken.isEmpty()) {
            return Prepared.bad("The statement" + broken + ".", "Write one plain line.");
        }
        if (state.cases().size() >= MOST_CASES) {
            return Prepared.bad(
                    "The game has had " + MOST_CASES + " cases already.", "Settle it by a rule.");
        }
        RuleEntry rule = call.rule() == 0 ? null : state.rule(call.rule());
        if (call.rule() != 0 && rule == null) {
            return Prepared.no(
                    Problem.UNKNOWN_RULE,
                    "There is no rule " + call.rule() + " to be judged on.",
                    "Read the rulebook for the numbers, or leave the rule out.");
        }
        return Prepared.ready(
                "call-for-judgment",
                new CallForJudgment(
                        envelope.player(), call.statement(), call.rule(), envelope.at()),
                new Event.JudgmentCalled(
                        state.nextCase(),
                        envelope.player(),
                        call.statement(),
                        call.rule(),
                        rule == null ? 0 : rule.id(),
                        state.turn() == null ? 0 : state.turn().number(),
                        envelope.at()));
    }

    static Prepared judge(GameState state, Envelope envelope, Command.Judge judge) {
        CaseEntry dispute = state.cases().get(judge.caseNumber());
        if (dispute == null) {
            return Prepared.no(
                    Problem.UNKNOWN_CASE,
                    "There is no case " + judge.caseNumber() + " in this game.",
                    "Its cases are " + state.cases().keySet() + ".");
        }
        if (dispute.status() != CaseStatus.OPEN) {
            boolean closed = dispute.status() == CaseStatus.CLOSED;
            return Prepared.no(
                    Problem.CASE_CLOSED,
                    "Case "
                            + judge.caseNumber()
                            + (closed ? " is closed." : " is judged: it can be overruled only."),
                    "Call for judgment again, and cite it.");
        }
        String wrong = wrong(state, judge);
        if (!wrong.isEmpty()) {
            return Prepared.bad(wrong, "Correct it and judge again.");
        }
        return Prepared.ready(
                "judge",
                new Judge(envelope.player(), judge.caseNumber(), judge.answer(), envelope.at()),
                new Event.Judged(
                        judge.caseNumber(),
                        envelope.player(),
                        judge.answer(),
                        judge.reasons(),
                        judge.cites(),
                        judge.remedies(),
                        envelope.at()));
    }

    private static String wrong(GameState state, Command.Judge judge) {
        if (judge.reasons().isBlank()) {
            return "The reasons are missing.";
        }
        if (judge.reasons().length() > LONGEST_REASONS) {
            return "The reasons have more than " + LONGEST_REASONS + " characters.";
        }
        if (judge.cites().size() > MOST_CITED || judge.remedies().size() > MOST_REMEDIES) {
            return "A judgment cites "
                    + MOST_CITED
                    + " cases and has "
                    + MOST_REMEDIES
                    + " remedies at most.";
        }
        for (int cited : judge.cites()) {
            if (cited == judge.caseNumber() || !state.cases().containsKey(cited)) {
                return "There is no other case " + cited + " to cite.";
            }
        }
        if (new HashSet<>(judge.cites()).size() < judge.cites().size()) {
            return "A case is cited twice.";
        }
        return wrong(state, judge.remedies());
    }

    private static String wrong(GameState state, List<RemedyEntry> remedies) {
        for (RemedyEntry remedy : remedies) {
            String subject = remedy.subject();
            boolean there =
                    switch (remedy.kind()) {
                        case POINTS -> state.players().containsKey(subject);
                        case DEFEAT -> isNumber(subject) && isOpen(state, subject);
                        case SUSPEND -> isNumber(subject) && isInForce(state, subject);
                        case VOTE -> isNumber(subject) && isInDebate(state, subject);
                    };
            if (!there) {
                String what =
                        switch (remedy.kind()) {
                            case POINTS -> "player";
                            case DEFEAT -> "open proposal";
                            case SUSPEND -> "rule in force";
                            case VOTE -> "proposal in debate";
                        };
                return "There is no " + what + " '" + Line.of(subject, 60) + "' to remedy.";
            }
            if (remedy.amount() > MOST || remedy.amount() < -MOST) {
                return "A remedy of " + remedy.amount() + " is more than " + MOST + ".";
            }
        }
        return "";
    }

    private static boolean isNumber(String subject) {
        return subject.matches("[1-9]\\d{0,6}");
    }

    private static boolean isOpen(GameState state, String number) {
        var proposal = state.proposals().get(Integer.parseInt(number));
        return proposal != null && proposal.open();
    }

    private static boolean isInDebate(GameState state, String number) {
        var proposal = state.proposals().get(Integer.parseInt(number));
        return proposal != null && proposal.status() == Status.DEBATE;
    }

    private static boolean isInForce(GameState state, String number) {
        RuleEntry rule = state.rule(Integer.parseInt(number));
        return rule != null && rule.inForce();
    }
}
