package nomic.why;

import nomic.game.Event;
import nomic.reading.Plain;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells events and facts in one sentence each, without its full stop. */
final class EventWords {
    private static final int MOST_FIELDS = 12;

    private EventWords() {}

    static String of(Event event) {
        return switch (event) {
            case Event.GameCreated e ->
                    "the game was created with the ruleset " + word(e.ruleset());
            case Event.PlayerJoined e -> word(e.player()) + " joined";
            case Event.PlayerLeft e -> word(e.player()) + (e.forfeited() ? " forfeited" : " left");
            case Event.StandingChanged e -> word(e.player()) + " became " + lower(e.standing());
            case Event.GameStarted _ -> "the game started";
            case Event.TurnStarted e ->
                    "turn " + e.number() + ", that of " + word(e.player()) + ", began";
            case Event.TurnEnded e -> "the turn of " + word(e.player()) + " ended";
            case Event.ProposalMade e ->
                    word(e.author())
                            + " made proposal "
                            + e.proposal()
                            + ", "
                            + Plain.quoted(e.title());
            case Event.ProposalRevised e -> word(e.author()) + " revised proposal " + e.proposal();
            case Event.ProposalWithdrawn e ->
                    word(e.author()) + " withdrew proposal " + e.proposal();
            case Event.VoteOpened e -> "the vote on proposal " + e.proposal() + " was opened";
            case Event.BallotCast e ->
                    word(e.voter())
                            + " voted "
                            + lower(e.choice())
                            + " on proposal "
                            + e.proposal();
            case Event.VoteClosed e ->
                    "the vote on proposal %d closed: %s, with %d for, %d against, %d abstaining"
                            .formatted(
                                    e.proposal(),
                                    e.adopted() ? "adopted" : "defeated",
                                    e.votesFor(),
                                    e.votesAgainst(),
                                    e.abstentions());
            case Event.AdoptionVoid e ->
                    "the adoption of proposal " + e.proposal() + " was void: " + word(e.reason());
            case Event.VoteSettled e -> "the vote on proposal " + e.proposal() + " was settled";
            case Event.RuleEnacted e ->
                    "rule %d, %s, was enacted by proposal %d"
                            .formatted(e.rule(), Plain.quoted(e.title()), e.proposal());
            case Event.RuleAmended e ->
                    "rule %d was amended by proposal %d: it has revision %d, %s"
                            .formatted(
                                    e.rule(), e.proposal(), e.revision(), Plain.quoted(e.title()));
            case Event.RuleRepealed e ->
                    "rule " + e.rule() + " was repealed by proposal " + e.proposal();
            case Event.RuleTransmuted e ->
                    "rule %d became %s by proposal %d"
                            .formatted(
                                    e.rule(), e.mutable() ? "mutable" : "immutable", e.proposal());
            case Event.RuleRenumbered e -> "rule " + e.rule() + " got the number " + e.number();
            case Event.RuleSuspended e -> "rule " + e.rule() + " was suspended: " + word(e.why());
            case Event.RuleFaulted e ->
                    "rule " + e.rule() + " broke on a move of " + word(e.player());
            case Event.ProposalsNumbered e -> "proposals are numbered from " + e.from();
            case Event.HoldingChanged e ->
                    "%s came from %d to %d %s"
                            .formatted(word(e.owner()), e.from(), e.to(), word(e.asset()));
            case Event.DiceRolled e -> "a die with " + e.sides() + " sides showed " + e.result();
            case Event.Announced e -> "all were told " + Plain.quoted(e.text());
            case Event.Overruled e ->
                    "the claim “%s” on %s of rule %d was overruled: %s"
                            .formatted(
                                    lower(e.claim()),
                                    word(e.subject()),
                                    e.by().rule(),
                                    word(e.reason()));
            case Event.DeadlineSet e ->
                    "the deadline " + Plain.quoted(e.name()) + " was set for " + e.at();
            case Event.DeadlineCancelled e ->
                    "the deadline " + Plain.quoted(e.name()) + " was cancelled";
            case Event.DeadlinePassed e -> "the deadline " + Plain.quoted(e.name()) + " came";
            case Event.OfferMade e ->
                    "the action %s was opened to %s"
                            .formatted(Plain.quoted(e.offer().name()), word(e.offer().player()));
            case Event.OfferWithdrawn e ->
                    "the action %s was closed to %s"
                            .formatted(Plain.quoted(e.name()), word(e.player()));
            case Event.ActionTaken e ->
                    word(e.player()) + " took the action " + Plain.quoted(e.name());
            case Event.FactInserted e ->
                    "rule " + e.rule() + " noted " + fact(e.fact(), e.fields());
            case Event.FactChanged e ->
                    "rule " + e.rule() + " changed a fact to " + fact(e.fact(), e.fields());
            case Event.FactDeleted e -> "rule " + e.rule() + " removed a fact " + word(e.fact());
            case Event.FactConcealed e ->
                    "a fact " + word(e.fact()) + " is kept from all but " + names(e.players());
            case Event.FactRevealed e -> "all can see " + fact(e.fact(), e.fields());
            case Event.Hidden _ -> "something happened that is secret";
            case Event.PrecedenceDeclared e ->
                    "rule %d says that it %s rule %d"
                            .formatted(
                                    e.rule(), e.yields() ? "yields to" : "comes before", e.other());
            case Event.JudgmentCalled e ->
                    word(e.caller())
                            + " called case "
                            + e.caseNumber()
                            + ": "
                            + Plain.quoted(e.statement());
            case Event.JudgeAppointed e ->
                    word(e.judge()) + " became the Judge of case " + e.caseNumber();
            case Event.Judged e ->
                    word(e.judge()) + " judged case " + e.caseNumber() + ": " + lower(e.answer());
            case Event.JudgmentOverruled e ->
                    "the judgment of case " + e.caseNumber() + " was overruled";
            case Event.CaseClosed e -> "case " + e.caseNumber() + " was closed";
            case Event.DeadEndFound e -> "a dead end was found in the turn of " + word(e.player());
            case Event.GamePaused e -> "the game master paused the game: " + word(e.reason());
            case Event.GameResumed _ -> "the game master resumed the game";
            case Event.RuleReinstated e ->
                    "rule " + e.rule() + " was reinstated: " + word(e.reason());
            case Event.LimitsChanged e -> "the game master changed limits: " + word(e.reason());
            case Event.PlayerKicked e -> word(e.player()) + " was removed: " + word(e.reason());
            case Event.MasterChanged e -> word(e.to()) + " became the game master";
            case Event.GameEnded e -> "the game master ended the game: " + word(e.reason());
            case Event.RolledBack e ->
                    "the game went back to event %d: %s".formatted(e.to(), word(e.reason()));
            case Event.GameForked e ->
                    "the game began as a fork of game %s at event %d"
                            .formatted(e.forkOf().game(), e.forkOf().head());
            case Event.GameWon e -> word(e.player()) + " won the game: " + word(e.why());
            case Event.GameDrawn e -> "the game ended and nobody won: " + word(e.why());
        };
    }

    private static String names(Set<String> players) {
        return players.isEmpty() ? "the rules" : word(String.join(", ", players));
    }

    /** A fact as a cause shows it. */
    static String of(Map<String, Object> fact) {
        return fact(String.valueOf(fact.get("type")), fact);
    }

    private static String fact(String type, Map<String, ?> fields) {
        return word(type)
                + fields.entrySet().stream()
                        .filter(field -> !field.getKey().equals("type") && field.getValue() != null)
                        .limit(MOST_FIELDS)
                        .map(
                                field ->
                                        word(field.getKey())
                                                + " "
                                                + word(String.valueOf(field.getValue())))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String word(String text) {
        return Plain.line(text);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
