package nomic.reading;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the facts and fields of the law are called in plain words. */
final class Words {
    /** What happens when there is such a fact: moves and events. */
    static final Map<String, String> HAPPENINGS =
            Map.ofEntries(
                    Map.entry("Act", "a player takes an action"),
                    Map.entry("CallForJudgment", "a player calls for judgment"),
                    Map.entry("ClaimDeadEnd", "a player claims a dead end"),
                    Map.entry("EndTurn", "a player ends the turn"),
                    Map.entry("Forfeit", "a player forfeits the game"),
                    Map.entry("Join", "somebody joins"),
                    Map.entry("Judge", "a Judge gives judgment"),
                    Map.entry("Leave", "a player leaves"),
                    Map.entry("Propose", "a player proposes a change"),
                    Map.entry("Revise", "a player revises a proposal"),
                    Map.entry("Start", "somebody starts the game"),
                    Map.entry("TimePassed", "time passes"),
                    Map.entry("Vote", "a player votes"),
                    Map.entry("Withdraw", "a player withdraws a proposal"),
                    Map.entry("Claim", "a rule asks for something"),
                    Map.entry("BallotCast", "a ballot has been cast"),
                    Map.entry("CaseClosed", "a case has been closed"),
                    Map.entry("DeadEndFound", "a dead end has been found"),
                    Map.entry("Elapsed", "a deadline has come"),
                    Map.entry("GameStarted", "the game has started"),
                    Map.entry("HoldingChanged", "a holding has changed"),
                    Map.entry("Judged", "a case has been judged"),
                    Map.entry("JudgmentCalled", "judgment has been called for"),
                    Map.entry("JudgmentOverruled", "a judgment has been overruled"),
                    Map.entry("Overruled", "a claim of a rule has been overruled"),
                    Map.entry("PlayerJoined", "a player has joined"),
                    Map.entry("PlayerLeft", "a player has left"),
                    Map.entry("ProposalMade", "a proposal has been made"),
                    Map.entry("ProposalRevised", "a proposal has been revised"),
                    Map.entry("ProposalWithdrawn", "a proposal has been withdrawn"),
                    Map.entry("StandingChanged", "the standing of a player has changed"),
                    Map.entry("TurnEnded", "a turn has ended"),
                    Map.entry("TurnStarted", "a turn has started"),
                    Map.entry("VoteClosed", "a vote closes"),
                    Map.entry("VoteOpened", "a vote has been opened"),
                    Map.entry("VoteSettled", "a vote is settled"));

    /** What a rule asks for, by the kind of its claim. */
    static final Map<String, String> CLAIMS =
            Map.ofEntries(
                    Map.entry("ADOPT", "a rule asks to adopt a change"),
                    Map.entry("DEFEAT", "a rule asks to defeat a change"),
                    Map.entry("BALLOT", "a rule asks to cast a ballot"),
                    Map.entry("OPEN_VOTE", "a rule asks to open a vote"),
                    Map.entry("TURN", "a rule asks to pass the turn"),
                    Map.entry("HOLDING", "a rule asks to change a holding"),
                    Map.entry("TRANSFER", "a rule asks for a transfer"),
                    Map.entry("WIN", "a rule asks to declare a winner"),
                    Map.entry("DRAW", "a rule asks to end the game in a draw"),
                    Map.entry("STANDING", "a rule asks to change the standing of a player"),
                    Map.entry("REMOVE", "a rule asks to remove a player"),
                    Map.entry("SCHEDULE", "a rule asks to set a deadline"),
                    Map.entry("CANCEL", "a rule asks to cancel a deadline"),
                    Map.entry("OFFER", "a rule asks to open an action"),
                    Map.entry("WITHDRAW", "a rule asks to close an action"),
                    Map.entry("ANNOUNCE", "a rule asks to announce something"),
                    Map.entry("CONCEAL", "a rule asks to keep a fact secret"),
                    Map.entry("REVEAL", "a rule asks to open a secret"),
                    Map.entry("NUMBERING", "a rule asks to number proposals"),
                    Map.entry("RENUMBER", "a rule asks to renumber a rule"),
                    Map.entry("SUSPEND", "a rule asks to suspend a rule"),
                    Map.entry("PRECEDENCE", "a rule says which rule prevails"),
                    Map.entry("APPOINT", "a rule asks to appoint a Judge"),
                    Map.entry("OVERRULE", "a rule asks to overrule a judgment"),
                    Map.entry("CLOSE_CASE", "a rule asks to close a case"));

    /** Facts that stand, and the nouns for them. */
    static final Map<String, String> NOUNS =
            Map.ofEntries(
                    Map.entry("Player", "player"),
                    Map.entry("Turn", "turn"),
                    Map.entry("Rule", "rule"),
                    Map.entry("Proposal", "proposal"),
                    Map.entry("Ballot", "ballot"),
                    Map.entry("Holding", "holding"),
                    Map.entry("Deadline", "deadline"),
                    Map.entry("Offer", "open action"),
                    Map.entry("Case", "case"),
                    Map.entry("Remedy", "remedy"),
                    Map.entry("Conflict", "conflict of two rules"),
                    Map.entry("Deference", "rule that yields to another"),
                    Map.entry("Precedence", "rule that comes before another"),
                    Map.entry("DeadEnd", "dead end"),
                    Map.entry("Outlook", "outlook on a proposal"));

    /** The field that says which one it is. */
    static final Map<String, String> IDENTITIES =
            Map.of("Player", "name", "Proposal", "number", "Rule", "number", "Case", "number");

    private static final Set<String> MOVES =
            Set.of(
                    "Act",
                    "CallForJudgment",
                    "ClaimDeadEnd",
                    "EndTurn",
                    "Forfeit",
                    "Join",
                    "Judge",
                    "Leave",
                    "Propose",
                    "Revise",
                    "Start",
                    "TimePassed",
                    "Vote",
                    "Withdraw");

    private Words() {}

    static boolean isMove(String type) {
        return MOVES.contains(type);
    }

    /** What a variable is called that is bound to a fact of a type. */
    static String noun(String type) {
        if (isMove(type)) {
            return "move";
        }
        return switch (type) {
            case "Claim" -> "claim";
            default -> HAPPENINGS.containsKey(type) ? "event" : NOUNS.getOrDefault(type, type);
        };
    }

    /** What a variable is called that is bound to a field of a type. */
    static String noun(String type, String field) {
        boolean identity = field.equals(IDENTITIES.get(type));
        return switch (field) {
            case "caseNumber" -> "case";
            case "target" -> "rule to change";
            case "at" -> "time";
            case "this" -> noun(type);
            default -> identity ? NOUNS.getOrDefault(type, type) : spaced(field);
        };
    }

    /** What comes out of an accumulate function. */
    static String result(String function) {
        return switch (function) {
            case "count" -> "count";
            case "sum" -> "sum";
            case "min" -> "least";
            case "max" -> "greatest";
            case "average" -> "average";
            default -> "list";
        };
    }

    /** The words of a name such as {@code votesFor}. */
    static String spaced(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT);
    }

    /** With its article. */
    static String one(String noun) {
        boolean vowel = !noun.isEmpty() && "aeiouAEIOU".indexOf(noun.charAt(0)) >= 0;
        return (vowel ? "an " : "a ") + noun;
    }
}
