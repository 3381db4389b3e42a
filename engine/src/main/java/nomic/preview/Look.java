package nomic.preview;

import nomic.game.Decided;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.game.ProposalEntry;
import nomic.game.Refusal;
import nomic.law.Kind;
import nomic.session.Interpreter;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One preview of a proposal that is open on a fork, from the vote to the random turns. */
final class Look {
    private static final List<String> NOTHING_ELSE =
            List.of("What the change would do: by the rules in force it is not adopted.");

    private final Interpreter interpreter;
    private final Question question;
    private final Fork fork;
    private final Budget budget;
    private final List<String> leftOut = new ArrayList<>();

    Look(Interpreter interpreter, Question question, Fork fork, Budget budget) {
        this.interpreter = interpreter;
        this.question = question;
        this.fork = fork;
        this.budget = budget;
    }

    /** Of a draft that is no proposal at all. */
    Preview refused(int number, Refusal why) {
        return new Preview(
                number,
                "",
                why,
                new Adoption(false, "It cannot be proposed as it is.", 0, 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                FurtherChange.UNKNOWN,
                List.of(),
                List.of(),
                null,
                budget.spent(),
                List.of("What the change would do: it is none yet."));
    }

    /**
     * @param refusal why it cannot be proposed at present; null where it can or is
     */
    Preview of(int number, @Nullable Refusal refusal) {
        return of(number, refusal, fork.state(), fork.events().size());
    }

    /**
     * @param before the state with which all is compared
     * @param mark how many events there were then
     */
    Preview of(int number, @Nullable Refusal refusal, GameState before, int mark) {
        ProposalEntry proposal = Objects.requireNonNull(fork.state().proposals().get(number));
        Adoption adoption = new Ballots(fork, budget, number).play();
        var events = fork.events();
        var differences =
                new Differences(before, fork.state(), events.subList(mark, events.size()));
        boolean ends = fork.isOver();
        FurtherChange furtherChange = FurtherChange.UNKNOWN;
        List<BrokenTests> brokenTests = List.of();
        List<PastMove> lastMoves = List.of();
        RandomTurns turns = null;
        if (adoption.adopted()) {
            furtherChange = furtherChange(proposal);
            brokenTests = brokenTests(before);
            lastMoves = lastMoves(differences);
            turns = randomTurns(differences);
        } else {
            leftOut.addAll(NOTHING_ELSE);
        }
        return new Preview(
                number,
                proposal.hash(),
                refusal,
                adoption,
                differences.rules(),
                differences.facts(),
                differences.points(),
                differences.winners(),
                ends,
                differences.suspended(),
                furtherChange,
                brokenTests,
                lastMoves,
                turns,
                budget.spent(),
                leftOut);
    }

    private FurtherChange furtherChange(ProposalEntry proposal) {
        if (fork.isOver()) {
            leftOut.add("Whether the rules can be changed again: the game ends before.");
            return FurtherChange.UNKNOWN;
        }
        if (proposal.kind() == Kind.ENACT && proposal.code().isBlank()) {
            return new FurtherChange(FurtherChange.Possible.YES, "");
        }
        String known = fork.obstacle();
        String obstacle =
                known == null ? interpreter.obstacleAfter(adopting(proposal.number())) : known;
        if (obstacle == null) {
            leftOut.add("Whether the rules can be changed again: the budget is too small.");
            return FurtherChange.UNKNOWN;
        }
        return new FurtherChange(
                obstacle.isEmpty() ? FurtherChange.Possible.YES : FurtherChange.Possible.NO,
                obstacle);
    }

    private Decided adopting(int number) {
        return fork.history().stream()
                .filter(decided -> decided.events().stream().anyMatch(e -> settles(e, number)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean settles(Occurrence occurrence, int number) {
        return occurrence.event() instanceof Event.VoteSettled settled
                && settled.proposal() == number;
    }

    private List<BrokenTests> brokenTests(GameState before) {
        var tests = new CarriedTests(interpreter, budget);
        List<BrokenTests> broken = tests.play(before, fork.state(), Tester.ALL);
        if (tests.skipped() > 0) {
            leftOut.add("The tests of %d rules: the budget is used up.".formatted(tests.skipped()));
        }
        if (!tests.asleep().isEmpty()) {
            leftOut.add(
                    "The tests of rules that the change suspends or repeals: "
                            + tests.asleep().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return broken;
    }

    private List<PastMove> lastMoves(Differences differences) {
        var replays = new Replays(interpreter, budget, question, differences);
        List<PastMove> moves = replays.play();
        if (replays.skipped() > 0) {
            leftOut.add(
                    "%d of the last moves: the budget is used up, or rule code breaks when its facts are carried over."
                            .formatted(replays.skipped()));
        }
        return moves;
    }

    private @Nullable RandomTurns randomTurns(Differences differences) {
        if (fork.isOver()) {
            leftOut.add("Random turns: the game ends before.");
            return null;
        }
        if (budget.isSpent()) {
            leftOut.add("Random turns: the budget is used up.");
            return null;
        }
        RandomTurns turns =
                new Continuation(fork, budget, question.seed(), changed(differences)).play();
        if (budget.isSpent()) {
            leftOut.add(
                    "Random turns after %d of %d: the budget is used up."
                            .formatted(turns.turns(), Continuation.TURNS));
        }
        return turns;
    }

    private static Set<Integer> changed(Differences differences) {
        var changed = new TreeSet<Integer>();
        differences.rules().forEach(change -> changed.add(change.number()));
        return changed;
    }
}
