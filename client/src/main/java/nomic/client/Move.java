package nomic.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** What a player can do in a game, over HTTP and the socket alike. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Move {
    /** The name of the move, such as {@code call-for-judgment}. */
    String type();

    /** Takes a seat in a game. */
    record Join() implements Move {
        @Override
        public String type() {
            return "join";
        }
    }

    /** Leaves a game, as far as its rules let players go. */
    record Leave() implements Move {
        @Override
        public String type() {
            return "leave";
        }
    }

    /** Gives a game up. */
    record Forfeit() implements Move {
        @Override
        public String type() {
            return "forfeit";
        }
    }

    /** Begins a game; its master alone can. */
    record Start() implements Move {
        @Override
        public String type() {
            return "start";
        }
    }

    /** Ends the own turn, where rules leave that to players. */
    record EndTurn() implements Move {
        @Override
        public String type() {
            return "end-turn";
        }
    }

    /** Proposes a change. */
    record Propose(@JsonUnwrapped Draft draft) implements Move {
        @Override
        public String type() {
            return "propose";
        }
    }

    /**
     * Gives an open proposal another text; its kind and target stay.
     *
     * @param title null leaves it as it is
     * @param prose null for none
     * @param code null for none
     */
    record Revise(
            int proposal, @Nullable String title, @Nullable String prose, @Nullable String code)
            implements Move {
        @Override
        public String type() {
            return "revise";
        }
    }

    /** Takes a proposal back. */
    record Withdraw(int proposal) implements Move {
        @Override
        public String type() {
            return "withdraw";
        }
    }

    /**
     * Votes.
     *
     * @param hash of the text that was read, so that no other one gets the ballot; or null
     */
    record Vote(int proposal, Choice choice, @Nullable String hash) implements Move {
        @Override
        public String type() {
            return "vote";
        }
    }

    /**
     * Takes an action that a rule has offered.
     *
     * @param arguments by the names of the inputs: texts, whole numbers, or booleans
     */
    record Act(String name, Map<String, Object> arguments) implements Move {
        public Act {
            arguments = Map.copyOf(arguments);
        }

        @Override
        public String type() {
            return "act";
        }
    }

    /**
     * Opens a case.
     *
     * @param statement what the Judge is to answer, in one line of at most 500 characters
     * @param rule that it is about; null for no single one
     */
    record CallForJudgment(String statement, @Nullable Integer rule) implements Move {
        @Override
        public String type() {
            return "call-for-judgment";
        }
    }

    /**
     * Judges a case.
     *
     * @param cites the numbers of other cases, 20 at most
     * @param remedies what the rules are to carry out, 20 at most
     */
    record Judge(
            int caseNumber,
            Answer answer,
            String reasons,
            List<Integer> cites,
            List<Remedy> remedies)
            implements Move {
        public Judge {
            cites = List.copyOf(cites);
            remedies = List.copyOf(remedies);
        }

        @Override
        public String type() {
            return "judge";
        }
    }

    /** Claims that nobody can make any move at all. */
    record ClaimDeadEnd() implements Move {
        @Override
        public String type() {
            return "claim-dead-end";
        }
    }

    /** An order of the game master, which no rule judges. */
    sealed interface Order extends Move {
        /** The name of the order, such as {@code roll-back}. */
        String order();

        @Override
        default String type() {
            return "order";
        }
    }

    /** Nobody moves and no deadline passes until the game is resumed. */
    record Pause(String reason) implements Order {
        @Override
        public String order() {
            return "pause";
        }
    }

    /** The game goes on. */
    record Resume() implements Order {
        @Override
        public String order() {
            return "resume";
        }
    }

    /** A rule sleeps. */
    record SuspendRule(int rule, String reason) implements Order {
        @Override
        public String order() {
            return "suspend-rule";
        }
    }

    /** A rule that sleeps is in force again. */
    record ReinstateRule(int rule, String reason) implements Order {
        @Override
        public String order() {
            return "reinstate-rule";
        }
    }

    /** Other limits, by name; those that are not named stay. */
    record ChangeLimits(Map<String, Long> limits, String reason) implements Order {
        public ChangeLimits {
            limits = Map.copyOf(limits);
        }

        @Override
        public String order() {
            return "change-limits";
        }
    }

    /** A player has left and cannot join again. */
    record Kick(String player, String reason) implements Order {
        @Override
        public String order() {
            return "kick";
        }
    }

    /** A player becomes the master. */
    record HandOver(String player) implements Order {
        @Override
        public String order() {
            return "hand-over";
        }
    }

    /** The game is over, and nobody has won. */
    record EndGame(String reason) implements Order {
        @Override
        public String order() {
            return "end-game";
        }
    }

    /** The game is again what it was after event {@code to}. */
    record RollBack(long to, String reason) implements Order {
        @Override
        public String order() {
            return "roll-back";
        }
    }
}
