package nomic.server.bot;

import nomic.game.Command;
import nomic.game.GameState;
import nomic.game.OfferEntry;
import nomic.game.ProposalEntry;
import nomic.law.Answer;
import nomic.law.Choice;
import nomic.law.Input;
import nomic.law.Kind;
import nomic.law.Status;
import nomic.log.Games.Snapshot;
import nomic.preview.RandomMoves;
import nomic.server.game.Todo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Does by chance one of the things that it can do. */
final class RandomBrain implements Brain {
    @Override
    public List<Command> answers(Snapshot game, String self, Todo todo, RandomGenerator random) {
        GameState state = game.state();
        return switch (todo.what()) {
            case TURN -> turn(state, self, random);
            case VOTE -> List.of(vote(state, self, todo, random));
            case ACT -> act(state, self, todo, random);
            case JUDGE ->
                    List.of(
                            new Command.Judge(
                                    todo.caseNumber() == null ? 0 : todo.caseNumber(),
                                    random.nextBoolean() ? Answer.TRUE : Answer.FALSE,
                                    "By the rules in force.",
                                    List.of(),
                                    List.of()));
            case START, LET_IN, JOIN -> List.of();
        };
    }

    private static List<Command> turn(GameState state, String self, RandomGenerator random) {
        boolean waits =
                state.proposals().values().stream()
                        .anyMatch(each -> each.open() && each.author().equals(self));
        return waits ? List.of() : List.of(idea(random), new Command.EndTurn());
    }

    /** A change that every game can bear. */
    private static Command.Propose idea(RandomGenerator random) {
        int points = 1 + random.nextInt(5);
        return switch (random.nextInt(3)) {
            case 0 ->
                    new Command.Propose(
                            Kind.ENACT,
                            0,
                            "Greetings",
                            "Players greet one another when they begin their turns.",
                            "");
            case 1 ->
                    enact(
                            "Voting earns " + points,
                            "Who votes gets " + points + " points.",
                            """
                            rule "voting earns points"
                            when
                                BallotCast( $voter : voter )
                            then
                                law.award($voter, %d);
                            end
                            """
                                    .formatted(points));
            default ->
                    enact(
                            "Defeat consoles with " + points,
                            "Whose proposal is defeated gets " + points + " points.",
                            """
                            rule "defeat consoles"
                            when
                                VoteClosed( adopted == false, $n : proposal )
                                Proposal( number == $n, $author : author )
                            then
                                law.award($author, %d);
                            end
                            """
                                    .formatted(points));
        };
    }

    private static Command.Propose enact(String title, String prose, String code) {
        return new Command.Propose(Kind.ENACT, 0, title, prose, code);
    }

    /** An author ends the debate, and most are for changes. */
    private static Command vote(GameState state, String self, Todo todo, RandomGenerator random) {
        int number = todo.proposal() == null ? 0 : todo.proposal();
        ProposalEntry proposal = state.proposals().get(number);
        boolean own = proposal != null && proposal.author().equals(self);
        boolean debate = proposal != null && proposal.status() == Status.DEBATE;
        Choice choice = own || debate || random.nextInt(4) > 0 ? Choice.FOR : Choice.AGAINST;
        return new Command.Vote(number, choice, null);
    }

    private static List<Command> act(
            GameState state, String self, Todo todo, RandomGenerator random) {
        var acts = new ArrayList<Command>();
        for (OfferEntry entry : state.offers().values()) {
            if (entry.offer().player().equals(self) && entry.offer().name().equals(todo.action())) {
                acts.add(new Command.Act(entry.offer().name(), arguments(state, entry, random)));
            }
        }
        return acts;
    }

    private static Map<String, Object> arguments(
            GameState state, OfferEntry entry, RandomGenerator random) {
        var arguments = new TreeMap<String, Object>();
        for (Input input : entry.offer().inputs()) {
            arguments.put(input.name(), value(state, input, random));
        }
        return arguments;
    }

    private static Object value(GameState state, Input input, RandomGenerator random) {
        return switch (input.type()) {
            case TEXT -> "as you like";
            case NUMBER -> between(input.min(), input.max(), random);
            case CHOICE -> input.choices().isEmpty() ? "" : anyOf(input.choices(), random);
            case PLAYER -> anyOf(RandomMoves.players(state), random);
            case FLAG -> random.nextBoolean();
        };
    }

    /** A number from {@code min} to {@code max}, both included. */
    static long between(long min, long max, RandomGenerator random) {
        if (max < Long.MAX_VALUE) {
            return random.nextLong(min, max + 1);
        }
        return min > Long.MIN_VALUE ? random.nextLong(min - 1, max) + 1 : random.nextLong();
    }

    private static <T> T anyOf(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }
}
