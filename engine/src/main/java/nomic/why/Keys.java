package nomic.why;

import nomic.game.Canonical;
import nomic.game.Event;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names for all that events bring about, so that a fact can be traced to the event that made it:
 * {@code holding/ann/points}, {@code rule/203}, {@code event/VoteClosed/301} and the like.
 */
final class Keys {
    private Keys() {}

    /** The names under which an event is found. */
    static List<String> of(Event event) {
        List<String> keys = new ArrayList<>(states(event));
        String id = id(event);
        keys.add("event/" + type(event) + "/" + id);
        return keys;
    }

    /** Event facts have the names of events, but for two. */
    private static String type(Event event) {
        return switch (event) {
            case Event.DeadlinePassed _ -> "Elapsed";
            case Event.PlayerKicked _ -> "PlayerLeft";
            default -> event.getClass().getSimpleName();
        };
    }

    /** What stands on record after an event because of it. */
    private static List<String> states(Event event) {
        return switch (event) {
            case Event.PlayerJoined e -> List.of("player/" + e.player());
            case Event.PlayerLeft e -> List.of("player/" + e.player());
            case Event.StandingChanged e -> List.of("player/" + e.player());
            case Event.TurnStarted _ -> List.of("turn");
            case Event.ProposalMade e -> List.of("proposal/" + e.proposal());
            case Event.ProposalRevised e -> List.of("proposal/" + e.proposal());
            case Event.ProposalWithdrawn e -> List.of("proposal/" + e.proposal());
            case Event.VoteOpened e -> List.of("proposal/" + e.proposal());
            case Event.VoteClosed e -> List.of("proposal/" + e.proposal());
            case Event.AdoptionVoid e -> List.of("proposal/" + e.proposal());
            case Event.BallotCast e ->
                    List.of("ballot/" + e.proposal() + "/" + e.voter(), "ballots/" + e.proposal());
            case Event.RuleEnacted e -> List.of("rule/" + e.id(), "revision/" + e.id() + "/1");
            case Event.RuleAmended e ->
                    List.of("rule/" + e.id(), "revision/" + e.id() + "/" + e.revision());
            case Event.RuleRepealed e -> List.of("rule/" + e.id());
            case Event.RuleTransmuted e -> List.of("rule/" + e.id());
            case Event.RuleRenumbered e -> List.of("rule/" + e.id());
            case Event.RuleSuspended e -> List.of("rule/" + e.id());
            case Event.RuleReinstated e -> List.of("rule/" + e.id());
            case Event.PlayerKicked e -> List.of("player/" + e.player());
            case Event.HoldingChanged e -> List.of("holding/" + e.owner() + "/" + e.asset());
            case Event.DeadlineSet e -> List.of("deadline/" + e.name());
            case Event.OfferMade e ->
                    List.of("offer/" + e.offer().player() + "/" + e.offer().name());
            case Event.FactInserted e -> List.of("fact/" + e.id(), own(e.fact(), e.fields()));
            case Event.FactChanged e -> List.of("fact/" + e.id(), own(e.fact(), e.fields()));
            case Event.FactRevealed e -> List.of(own(e.fact(), e.fields()));
            case Event.PrecedenceDeclared e -> List.of("precedence/" + e.rule() + "/" + e.other());
            case Event.JudgmentCalled e -> List.of("case/" + e.caseNumber());
            case Event.JudgeAppointed e -> List.of("case/" + e.caseNumber());
            case Event.Judged e -> List.of("case/" + e.caseNumber());
            case Event.JudgmentOverruled e -> List.of("case/" + e.caseNumber());
            case Event.CaseClosed e -> List.of("case/" + e.caseNumber());
            case Event.DeadEndFound _ -> List.of("dead-end");
            case Event.GameWon e -> List.of("win/" + e.player());
            default -> List.of();
        };
    }

    /** What an event is about. */
    private static String id(Event event) {
        return switch (event) {
            case Event.PlayerJoined e -> e.player();
            case Event.PlayerLeft e -> e.player();
            case Event.PlayerKicked e -> e.player();
            case Event.StandingChanged e -> e.player();
            case Event.TurnStarted e -> e.player();
            case Event.TurnEnded e -> e.player();
            case Event.ProposalMade e -> "" + e.proposal();
            case Event.ProposalRevised e -> "" + e.proposal();
            case Event.ProposalWithdrawn e -> "" + e.proposal();
            case Event.VoteOpened e -> "" + e.proposal();
            case Event.BallotCast e -> e.proposal() + "/" + e.voter();
            case Event.VoteClosed e -> "" + e.proposal();
            case Event.VoteSettled e -> "" + e.proposal();
            case Event.HoldingChanged e -> e.owner() + "/" + e.asset();
            case Event.DeadlinePassed e -> e.name();
            case Event.JudgmentCalled e -> "" + e.caseNumber();
            case Event.Judged e -> "" + e.caseNumber();
            case Event.JudgmentOverruled e -> "" + e.caseNumber();
            case Event.CaseClosed e -> "" + e.caseNumber();
            case Event.DeadEndFound e -> e.player();
            case Event.Overruled e -> e.subject();
            default -> "";
        };
    }

    /**
     * The name of what a cause shows of a fact; null where no event makes such facts.
     *
     * @param ruleIds the ids of rules by the numbers that they had then
     */
    static @Nullable String of(Map<String, Object> fact, Map<Integer, Integer> ruleIds) {
        String type = text(fact, "type");
        return switch (type) {
            case "Player" -> "player/" + text(fact, "name");
            case "Turn" -> "turn";
            case "Proposal" -> "proposal/" + text(fact, "number");
            case "Ballot" -> "ballot/" + text(fact, "proposal") + "/" + text(fact, "voter");
            case "Holding" -> "holding/" + text(fact, "owner") + "/" + text(fact, "asset");
            case "Rule" -> {
                Integer number = fact.get("number") instanceof Number n ? n.intValue() : 0;
                yield "rule/" + ruleIds.getOrDefault(number, number);
            }
            case "Deadline" -> "deadline/" + text(fact, "name");
            case "Offer" -> "offer/" + text(fact, "player") + "/" + text(fact, "name");
            case "Case" -> "case/" + text(fact, "number");
            case "Remedy" -> "case/" + text(fact, "caseNumber");
            case "Precedence" -> "precedence/" + text(fact, "rule") + "/" + text(fact, "over");
            case "Deference" -> "precedence/" + text(fact, "rule") + "/" + text(fact, "to");
            case "DeadEnd" -> "dead-end";
            case "PlayerJoined", "PlayerLeft", "StandingChanged", "TurnStarted", "TurnEnded" ->
                    "event/" + type + "/" + text(fact, "player");
            case "DeadEndFound" -> "event/" + type + "/" + text(fact, "player");
            case "GameStarted" -> "event/GameStarted/";
            case "ProposalMade",
                    "ProposalRevised",
                    "ProposalWithdrawn",
                    "VoteOpened",
                    "VoteClosed",
                    "VoteSettled" ->
                    "event/" + type + "/" + text(fact, "proposal");
            case "BallotCast" ->
                    "event/BallotCast/" + text(fact, "proposal") + "/" + text(fact, "voter");
            case "HoldingChanged" ->
                    "event/HoldingChanged/" + text(fact, "owner") + "/" + text(fact, "asset");
            case "Elapsed" -> "event/Elapsed/" + text(fact, "name");
            case "Judged", "JudgmentCalled", "JudgmentOverruled", "CaseClosed" ->
                    "event/" + type + "/" + text(fact, "caseNumber");
            case "Overruled" -> "event/Overruled/" + text(fact, "subject");
            case "Claim", "Conflict", "Outlook" -> null;
            default -> own(type, fields(fact));
        };
    }

    private static SortedMap<String, @Nullable Object> fields(Map<String, Object> fact) {
        SortedMap<String, @Nullable Object> fields = new TreeMap<>(fact);
        fields.remove("type");
        return fields;
    }

    private static String own(String type, SortedMap<String, @Nullable Object> fields) {
        return "own/" + type + "/" + Canonical.text(fields);
    }

    private static String text(Map<String, Object> fact, String field) {
        return String.valueOf(fact.get(field));
    }
}
