package nomic.game;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import nomic.law.Answer;
import nomic.law.Choice;
import nomic.law.ClaimKind;
import nomic.law.Kind;
import nomic.law.Offer;
import nomic.law.Standing;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What happened: the only thing that changes state. Rules are given by their present number in
 * {@code rule} and, where state needs it, by their permanent id in {@code id}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Event {
    /**
     * @param limits of the game; a record that names none has the standard ones
     * @param rulebookOf the game whose rulebook it is; null for that of the ruleset
     */
    record GameCreated(
            String name,
            String ruleset,
            String master,
            List<Founded> rules,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Limits limits,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Origin rulebookOf)
            implements Event {
        public GameCreated {
            limits = Limits.orStandard(limits);
        }
    }

    /**
     * A founding rule, checked.
     *
     * @param id its permanent id; null where that is its number
     */
    record Founded(
            int number,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer id,
            String title,
            boolean mutable,
            String prose,
            String code,
            SortedSet<String> calls,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Attachments attachments) {
        public Founded {
            attachments = Attachments.orNone(attachments);
        }

        /** A rule as it was given, with the code that runs and the calls that it makes. */
        public static Founded of(Command.FoundingRule rule, String code, SortedSet<String> calls) {
            return new Founded(
                    rule.number(),
                    rule.id(),
                    rule.title(),
                    rule.mutable(),
                    rule.prose(),
                    code,
                    calls,
                    rule.attachments());
        }

        public int permanentId() {
            return id == null ? number : id;
        }
    }

    record PlayerJoined(String player, int seat) implements Event {}

    record PlayerLeft(String player, boolean forfeited) implements Event {}

    record StandingChanged(String player, Standing standing) implements Event {}

    record GameStarted() implements Event {}

    record TurnStarted(int number, int circuit, String player) implements Event {}

    record TurnEnded(String player) implements Event {}

    record ProposalMade(
            int proposal,
            String author,
            Kind kind,
            int target,
            int targetId,
            int targetRevision,
            String title,
            String prose,
            String code,
            String hash,
            SortedSet<String> calls,
            Instant at,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Attachments attachments)
            implements Event {
        public ProposalMade {
            attachments = Attachments.orNone(attachments);
        }
    }

    /** An open proposal has another text, and no ballots. */
    record ProposalRevised(
            int proposal,
            String author,
            int revision,
            int targetRevision,
            String title,
            String prose,
            String code,
            String hash,
            SortedSet<String> calls,
            Instant at,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Attachments attachments)
            implements Event {
        public ProposalRevised {
            attachments = Attachments.orNone(attachments);
        }
    }

    record ProposalWithdrawn(int proposal, String author) implements Event {}

    record VoteOpened(int proposal, Instant at) implements Event {}

    record BallotCast(int proposal, String voter, Choice choice, String hash) implements Event {}

    /** The vote is over; the change, if adopted, follows. */
    record VoteClosed(
            int proposal,
            String author,
            boolean adopted,
            int votesFor,
            int votesAgainst,
            int abstentions)
            implements Event {}

    /** An adopted change could not take effect: its target is no longer what was voted on. */
    record AdoptionVoid(int proposal, String reason) implements Event {}

    /** The change, if adopted, is in effect; {@code rule} is 0 where nothing was changed. */
    record VoteSettled(int proposal, String author, boolean adopted, int rule) implements Event {}

    record RuleEnacted(int rule, int id, int proposal, String title, SortedSet<String> calls)
            implements Event {}

    record RuleAmended(
            int rule, int id, int revision, int proposal, String title, SortedSet<String> calls)
            implements Event {}

    record RuleRepealed(int rule, int id, int proposal) implements Event {}

    record RuleTransmuted(int rule, int id, int proposal, boolean mutable) implements Event {}

    record RuleRenumbered(int rule, int id, int number) implements Event {}

    /**
     * A revision broke or passed a limit and sleeps.
     *
     * @param restored the revision that stays in force instead; 0 where the whole rule sleeps
     * @param use what it used of each budget
     */
    record RuleSuspended(
            int rule, int id, int revision, int restored, String why, SortedMap<String, Long> use)
            implements Event {}

    /** A rule broke while it judged a player's move. */
    record RuleFaulted(int rule, int id, String player, String why) implements Event {}

    record ProposalsNumbered(int from) implements Event {}

    record HoldingChanged(String owner, String asset, long from, long to) implements Event {}

    record DiceRolled(int sides, int result) implements Event {}

    record Announced(String text) implements Event {}

    /** A claim was forbidden or lost against another; its own cause is that of the event. */
    record Overruled(ClaimKind claim, String subject, long amount, Cause.ByRule by, String reason)
            implements Event {}

    record DeadlineSet(String name, Instant at, int ruleId) implements Event {}

    record DeadlineCancelled(String name) implements Event {}

    record DeadlinePassed(String name, Instant at) implements Event {}

    record OfferMade(Offer offer, int ruleId) implements Event {}

    record OfferWithdrawn(int offer, String player, String name) implements Event {}

    record ActionTaken(String player, String name, Map<String, Object> arguments)
            implements Event {}

    record FactInserted(
            int id, int rule, int ruleId, String fact, SortedMap<String, @Nullable Object> fields)
            implements Event {}

    record FactChanged(int id, int rule, String fact, SortedMap<String, @Nullable Object> fields)
            implements Event {}

    record FactDeleted(int id, int rule, String fact) implements Event {}

    /** A fact is kept from all but some players, from its beginning in this command on. */
    record FactConcealed(String key, String fact, SortedSet<String> players, String salt)
            implements Event {}

    /**
     * A fact that was concealed is open to all.
     *
     * @param fields what the fact is
     */
    record FactRevealed(String key, String fact, SortedMap<String, @Nullable Object> fields)
            implements Event {}

    /**
     * What those see of an event who may not see it; it is in no log.
     *
     * @param what the type of the event
     * @param key of the fact that the event is about; empty where it is about none
     */
    record Hidden(String what, String key) implements Event {
        public static Hidden of(Event event) {
            return new Hidden(event.getClass().getSimpleName(), Hidden.key(event));
        }

        private static String key(Event event) {
            return switch (event) {
                case BallotCast e -> Secret.ballot(e.proposal(), e.voter());
                case OfferMade e -> Secret.offer(e.offer().id());
                case OfferWithdrawn e -> Secret.offer(e.offer());
                case FactInserted e -> Secret.fact(e.id());
                case FactChanged e -> Secret.fact(e.id());
                case FactDeleted e -> Secret.fact(e.id());
                case FactConcealed e -> e.key();
                default -> "";
            };
        }
    }

    /**
     * A rule says of itself that it yields to another, or comes before it.
     *
     * @param other the present number of the other rule
     */
    record PrecedenceDeclared(int rule, int id, int other, int otherId, boolean yields)
            implements Event {}

    /** A case is open; {@code ruleId} is 0 where it is about no rule. */
    record JudgmentCalled(
            int caseNumber,
            String caller,
            String statement,
            int rule,
            int ruleId,
            int turn,
            Instant at)
            implements Event {}

    record JudgeAppointed(int caseNumber, String judge) implements Event {}

    record Judged(
            int caseNumber,
            String judge,
            Answer answer,
            String reasons,
            List<Integer> cites,
            List<RemedyEntry> remedies,
            Instant at)
            implements Event {}

    record JudgmentOverruled(int caseNumber, String judge) implements Event {}

    /** A judgment stands, or, where the answer is null, the case has lapsed. */
    record CaseClosed(int caseNumber, @Nullable Answer answer) implements Event {}

    /** Nobody can make any move; {@code turn} is the number of the turn. */
    record DeadEndFound(int turn, String player) implements Event {}

    /** No player can move and no deadline passes until the game is resumed. */
    record GamePaused(String reason, Instant at) implements Event {}

    /** The game goes on; its deadlines are later by the time since it was paused. */
    record GameResumed(Instant since, Instant at) implements Event {}

    /** A rule that slept is in force again, with its facts, offers and deadlines. */
    record RuleReinstated(int rule, int id, int revision, String reason) implements Event {}

    /**
     * @param amounts the limits that changed, by name
     */
    record LimitsChanged(SortedMap<String, Long> amounts, String reason) implements Event {}

    /** The game master has removed a player. */
    record PlayerKicked(String player, String reason) implements Event {}

    record MasterChanged(String from, String to) implements Event {}

    /** The game master has ended the game. */
    record GameEnded(String reason) implements Event {}

    /**
     * The game is again what it was. The events after that stay on record, and no longer count.
     *
     * @param to the sequence number of the last event that counts
     * @param state all of the game
     */
    record RolledBack(long to, String reason, GameState state) implements Event {}

    /**
     * The game goes on from where another one was once.
     *
     * @param forkOf the other game, and the last of its events that counts
     * @param state all of the game
     */
    record GameForked(String name, String master, Origin forkOf, GameState state)
            implements Event {}

    record GameWon(String player, String why) implements Event {}

    record GameDrawn(String why) implements Event {}
}
