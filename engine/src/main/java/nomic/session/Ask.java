package nomic.session;

import nomic.law.Choice;
import nomic.law.ClaimKind;
import nomic.law.Offer;
import nomic.law.Standing;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.SortedSet;

/** What a rule has asked for through {@code law}. */
sealed interface Ask {
    record Adopt(int proposal) implements Ask {}

    record Defeat(int proposal) implements Ask {}

    record OpenVote(int proposal) implements Ask {}

    record CastBallot(int proposal, String player, Choice choice) implements Ask {}

    record PassTurn(String player, int circuit) implements Ask {}

    record Award(String player, String asset, long amount) implements Ask {}

    record Transfer(String from, String to, String asset, long amount) implements Ask {}

    record Win(String player, String why) implements Ask {}

    record Draw(String why) implements Ask {}

    record Stand(String player, Standing standing) implements Ask {}

    record Remove(String player, String why) implements Ask {}

    record Schedule(String name, Instant at) implements Ask {}

    record Cancel(String name) implements Ask {}

    /** Opens an action; the id of the offer is given when it is made. */
    record Open(Offer offer) implements Ask {}

    record Withdraw(String player, String name) implements Ask {}

    record Announce(String text) implements Ask {}

    /** Keeps a fact from all but some players. */
    record Conceal(Hideable fact, SortedSet<String> players, String salt) implements Ask {}

    record Reveal(Hideable fact) implements Ask {}

    record NumberFrom(int number) implements Ask {}

    /** Gives the rule with an id another number. */
    record Renumber(int ruleId, int rule, int number) implements Ask {}

    /** Suspends the rule with an id. */
    record Suspend(int ruleId, int rule, String why) implements Ask {}

    /** The calling rule yields to the rule with an id, or comes before it. */
    record Declare(int ruleId, int rule, boolean yields) implements Ask {}

    record Appoint(int caseNumber, String player) implements Ask {}

    record Overrule(int caseNumber) implements Ask {}

    record CloseCase(int caseNumber) implements Ask {}

    default ClaimKind kind() {
        return switch (this) {
            case Adopt _ -> ClaimKind.ADOPT;
            case Defeat _ -> ClaimKind.DEFEAT;
            case OpenVote _ -> ClaimKind.OPEN_VOTE;
            case CastBallot _ -> ClaimKind.BALLOT;
            case PassTurn _ -> ClaimKind.TURN;
            case Award _ -> ClaimKind.HOLDING;
            case Transfer _ -> ClaimKind.TRANSFER;
            case Win _ -> ClaimKind.WIN;
            case Draw _ -> ClaimKind.DRAW;
            case Stand _ -> ClaimKind.STANDING;
            case Remove _ -> ClaimKind.REMOVE;
            case Schedule _ -> ClaimKind.SCHEDULE;
            case Cancel _ -> ClaimKind.CANCEL;
            case Open _ -> ClaimKind.OFFER;
            case Withdraw _ -> ClaimKind.WITHDRAW;
            case Announce _ -> ClaimKind.ANNOUNCE;
            case Conceal _ -> ClaimKind.CONCEAL;
            case Reveal _ -> ClaimKind.REVEAL;
            case NumberFrom _ -> ClaimKind.NUMBERING;
            case Renumber _ -> ClaimKind.RENUMBER;
            case Suspend _ -> ClaimKind.SUSPEND;
            case Declare _ -> ClaimKind.PRECEDENCE;
            case Appoint _ -> ClaimKind.APPOINT;
            case Overrule _ -> ClaimKind.OVERRULE;
            case CloseCase _ -> ClaimKind.CLOSE_CASE;
        };
    }

    /** What it is about, as rules see it in a claim. */
    default String subject() {
        return switch (this) {
            case Adopt(int proposal) -> Integer.toString(proposal);
            case Defeat(int proposal) -> Integer.toString(proposal);
            case OpenVote(int proposal) -> Integer.toString(proposal);
            case CastBallot(int proposal, _, _) -> Integer.toString(proposal);
            case PassTurn(String player, _) -> player;
            case Award(String player, _, _) -> player;
            case Transfer(String from, _, _, _) -> from;
            case Win(String player, _) -> player;
            case Stand(String player, _) -> player;
            case Remove(String player, _) -> player;
            case Schedule(String name, _) -> name;
            case Cancel(String name) -> name;
            case Open(Offer offer) -> offer.player();
            case Withdraw(String player, _) -> player;
            case Announce _, Draw _ -> "";
            case Conceal(Hideable fact, _, _) -> fact.subject();
            case Reveal(Hideable fact) -> fact.subject();
            case NumberFrom(int number) -> Integer.toString(number);
            case Renumber(_, int rule, _) -> Integer.toString(rule);
            case Suspend(_, int rule, _) -> Integer.toString(rule);
            case Declare(_, int rule, _) -> Integer.toString(rule);
            case Appoint(int caseNumber, _) -> Integer.toString(caseNumber);
            case Overrule(int caseNumber) -> Integer.toString(caseNumber);
            case CloseCase(int caseNumber) -> Integer.toString(caseNumber);
        };
    }

    /** How much, as rules see it in a claim; 0 where there is nothing to count. */
    default long amount() {
        return switch (this) {
            case PassTurn(_, int circuit) -> circuit;
            case Award(_, _, long amount) -> amount;
            case Transfer(_, _, _, long amount) -> amount;
            case Renumber(_, _, int number) -> number;
            default -> 0;
        };
    }

    /**
     * Names what only one outcome can be had of; asks that share it but are not equal exclude each
     * other, equal ones merge. Null where every ask stands for itself.
     */
    default @Nullable String exclusive() {
        return switch (this) {
            case Adopt(int proposal) -> "close " + proposal;
            case Defeat(int proposal) -> "close " + proposal;
            case OpenVote(int proposal) -> "open " + proposal;
            case CastBallot(int proposal, String player, _) -> "ballot " + proposal + " " + player;
            case PassTurn _ -> "turn";
            case Win _, Draw _ -> "win";
            case Stand(String player, _) -> "standing of " + player;
            case Remove(String player, _) -> "standing of " + player;
            case Schedule(String name, _) -> "deadline " + name;
            case Cancel(String name) -> "deadline " + name;
            case Open(Offer offer) -> "offer " + offer.player() + " " + offer.name();
            case Withdraw(String player, String name) -> "offer " + player + " " + name;
            case NumberFrom _ -> "numbering";
            case Renumber(int ruleId, _, _) -> "number of " + ruleId;
            case Appoint(int caseNumber, _) -> "judge of " + caseNumber;
            case Overrule(int caseNumber) -> "case " + caseNumber;
            case CloseCase(int caseNumber) -> "case " + caseNumber;
            case Conceal(Hideable fact, _, _) -> "secrecy of " + fact.key();
            case Reveal(Hideable fact) -> "secrecy of " + fact.key();
            case Award _, Transfer _, Announce _, Suspend _, Declare _ -> null;
        };
    }
}
