package nomic.script;

import nomic.game.Attachments;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.GameState;
import nomic.law.Choice;
import nomic.law.Kind;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A step of a script. */
sealed interface Step {
    int line();

    String what();

    Expectation expected();

    /** Plays the step and answers what was decided. */
    List<Decided> play(Table table);

    /** The game is founded, the players join and the first of them starts it. */
    record Opening(int line, Command.CreateGame game, List<String> players, Expectation expected)
            implements Step {
        @Override
        public String what() {
            return String.join(", ", players) + " open a game of " + game.ruleset();
        }

        @Override
        public List<Decided> play(Table table) {
            return table.open(game, players);
        }
    }

    /** A player, or everyone, makes a move. */
    record Moved(int line, String who, String what, Command command, Expectation expected)
            implements Step {
        static final String ALL = "all";

        @Override
        public List<Decided> play(Table table) {
            Command made = newest(table);
            if (!who.equals(ALL)) {
                return List.of(table.move(who, made));
            }
            if (made instanceof Command.Vote vote) {
                return table.poll(vote);
            }
            return table.players().stream().map(mover -> table.move(mover, made)).toList();
        }

        boolean bringsCode() {
            return switch (command) {
                case Command.Propose p ->
                        !p.code().isBlank() || !p.attachments().equals(Attachments.NONE);
                case Command.Revise r ->
                        !r.code().isBlank() || !r.attachments().equals(Attachments.NONE);
                default -> false;
            };
        }

        /**
         * A move that does not say about which proposal or case it is, is about the newest; one
         * that goes back by moves, to the event before them.
         */
        private Command newest(Table table) {
            GameState state = table.state();
            int proposal = state.proposals().isEmpty() ? 0 : state.proposals().lastKey();
            return switch (command) {
                case Command.Vote(int number, Choice choice, String hash) when number == 0 ->
                        new Command.Vote(proposal, choice, hash);
                case Command.Revise(int number, var title, var prose, var code, var attachments)
                        when number == 0 ->
                        new Command.Revise(proposal, title, prose, code, attachments);
                case Command.Withdraw(int number) when number == 0 ->
                        new Command.Withdraw(proposal);
                case Command.Judge(int number, var answer, var reasons, var cites, var remedies)
                        when number == 0 ->
                        new Command.Judge(state.nextCase() - 1, answer, reasons, cites, remedies);
                case Command.Order.RollBack(long to, String reason) when to < 0 ->
                        new Command.Order.RollBack(table.before(-to), reason);
                default -> command;
            };
        }
    }

    /** Time passes. */
    record Waited(int line, Duration time, Expectation expected) implements Step {
        @Override
        public String what() {
            return "wait " + time;
        }

        @Override
        public List<Decided> play(Table table) {
            return table.pass(time);
        }
    }

    /** Ordinary turns: whose turn it is proposes a rule of prose alone, and all vote for it. */
    record Turns(int line, int count, Expectation expected) implements Step {
        @Override
        public String what() {
            return count + " ordinary turns";
        }

        @Override
        public List<Decided> play(Table table) {
            var decided = new ArrayList<Decided>();
            for (int i = 0; i < count; i++) {
                turn(table, decided);
            }
            return decided;
        }

        private static void turn(Table table, List<Decided> decided) {
            var turn = table.state().turn();
            String mover = turn == null ? table.players().getFirst() : turn.player();
            decided.add(
                    table.move(
                            mover, new Command.Propose(Kind.ENACT, 0, "Custom", "So be it.", "")));
            int proposal = table.state().proposals().lastKey();
            decided.addAll(table.poll(new Command.Vote(proposal, Choice.FOR, null)));
        }
    }
}
