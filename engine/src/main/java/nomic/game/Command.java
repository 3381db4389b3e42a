package nomic.game;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import nomic.law.Answer;
import nomic.law.Choice;
import nomic.law.Kind;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What a player asks of a game. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
public sealed interface Command {
    /**
     * Founds the game with its first rulebook; the player who asks becomes its master.
     *
     * @param limits of the game; a record that names none has the standard ones
     * @param rulebookOf the game whose rulebook it is; null for that of the ruleset
     */
    record CreateGame(
            String name,
            String ruleset,
            List<FoundingRule> rules,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Limits limits,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Origin rulebookOf)
            implements Command {
        public CreateGame {
            rules = List.copyOf(rules);
            limits = Limits.orStandard(limits);
        }

        /** With the standard limits. */
        public CreateGame(String name, String ruleset, List<FoundingRule> rules) {
            this(name, ruleset, rules, Limits.STANDARD);
        }

        /** With the rules of a ruleset. */
        public CreateGame(String name, String ruleset, List<FoundingRule> rules, Limits limits) {
            this(name, ruleset, rules, limits, null);
        }
    }

    /**
     * Begins a game that goes on from where another one was once; the player who asks becomes its
     * master.
     *
     * @param limits of the game
     * @param forkOf the other game, and the last of its events that counts
     * @param past what the other game was
     */
    record ForkGame(
            String name,
            Origin forkOf,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Limits limits,
            Past past)
            implements Command {
        public ForkGame {
            limits = Limits.orStandard(limits);
        }
    }

    /**
     * A rule with which a game begins.
     *
     * @param id its permanent id; null where that is its number
     */
    record FoundingRule(
            int number,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer id,
            String title,
            boolean mutable,
            String prose,
            String code,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Attachments attachments) {
        public FoundingRule {
            id = id != null && id == number ? null : id;
            attachments = Attachments.orNone(attachments);
        }

        /** Whose id is its number. */
        public FoundingRule(
                int number,
                String title,
                boolean mutable,
                String prose,
                String code,
                Attachments attachments) {
            this(number, null, title, mutable, prose, code, attachments);
        }

        /** With nothing else. */
        public FoundingRule(int number, String title, boolean mutable, String prose, String code) {
            this(number, title, mutable, prose, code, Attachments.NONE);
        }

        public int permanentId() {
            return id == null ? number : id;
        }
    }

    record Join() implements Command {}

    record Leave() implements Command {}

    record Forfeit() implements Command {}

    record Start() implements Command {}

    record EndTurn() implements Command {}

    /**
     * Proposes a change.
     *
     * @param target the number of the rule to change; 0 for an enactment
     * @param code DRL; empty for a rule that only people can apply
     */
    record Propose(
            Kind kind,
            int target,
            String title,
            String prose,
            String code,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Attachments attachments)
            implements Command {
        public Propose {
            attachments = Attachments.orNone(attachments);
        }

        /** With nothing else. */
        public Propose(Kind kind, int target, String title, String prose, String code) {
            this(kind, target, title, prose, code, Attachments.NONE);
        }
    }

    /**
     * Gives an open proposal another text; its kind and target stay.
     *
     * @param title empty to keep it
     * @param code DRL; empty for a rule that only people can apply
     */
    record Revise(
            int proposal,
            String title,
            String prose,
            String code,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Attachments attachments)
            implements Command {
        public Revise {
            attachments = Attachments.orNone(attachments);
        }

        /** With nothing else. */
        public Revise(int proposal, String title, String prose, String code) {
            this(proposal, title, prose, code, Attachments.NONE);
        }
    }

    /** Takes an open proposal back. */
    record Withdraw(int proposal) implements Command {}

    /**
     * Casts a ballot.
     *
     * @param hash the hash of the text that was shown to the voter, to be refused if it has changed
     */
    record Vote(int proposal, Choice choice, @Nullable String hash) implements Command {}

    /** Takes an offered action. */
    record Act(String name, Map<String, Object> arguments) implements Command {}

    /**
     * Insists on a judgment.
     *
     * @param statement what the Judge is to answer
     * @param rule the number of the rule that it is about; 0 for none
     */
    record CallForJudgment(String statement, int rule) implements Command {}

    /**
     * Judges a case.
     *
     * @param cites numbers of other cases
     */
    record Judge(
            int caseNumber,
            Answer answer,
            String reasons,
            List<Integer> cites,
            List<RemedyEntry> remedies)
            implements Command {
        public Judge {
            cites = List.copyOf(cites);
            remedies = List.copyOf(remedies);
        }
    }

    /** Claims that nobody can make any move. */
    record ClaimDeadEnd() implements Command {}

    /** What the game master orders of a game. No rule judges it, and all players see it. */
    sealed interface Order extends Command {
        /** Nobody moves and no deadline passes until the game is resumed. */
        record Pause(String reason) implements Order {}

        record Resume() implements Order {}

        /**
         * @param rule the present number of a rule in force
         */
        record SuspendRule(int rule, String reason) implements Order {}

        /**
         * @param rule the present number of a suspended rule
         */
        record ReinstateRule(int rule, String reason) implements Order {}

        /**
         * Changes some limits of the running game; the others stay.
         *
         * @param amounts by the names of limits
         */
        record ChangeLimits(SortedMap<String, Long> amounts, String reason) implements Order {}

        /** Removes a player, who cannot join again. */
        record Kick(String player, String reason) implements Order {}

        /** Makes a player of the game its master. */
        record HandOver(String player) implements Order {}

        /** Ends the game; nobody wins. */
        record EndGame(String reason) implements Order {}

        /**
         * Makes the game what it was when an event had happened.
         *
         * @param to the sequence number of the event
         */
        record RollBack(long to, String reason) implements Order {}
    }

    /** The kernel's own: time has reached the deadlines up to the time of the envelope. */
    record PassTime() implements Command {}
}
