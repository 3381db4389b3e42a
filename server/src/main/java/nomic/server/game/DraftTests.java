package nomic.server.game;

import nomic.code.Diagnostic;
import nomic.game.Attachments;
import nomic.game.Change;
import nomic.game.Command;
import nomic.game.Decider;
import nomic.game.Event;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.RuleEntry;
import nomic.game.Undecidable;
import nomic.law.Kind;
import nomic.law.RuleStatus;
import nomic.preview.BrokenTests;
import nomic.preview.Tester;
import nomic.ruleset.Ruleset;
import nomic.script.Table;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Plays the tests of a text before it is proposed, on a rulebook that it would change. */
public final class DraftTests {
    private final Tester tester;
    private final Decider decider;
    private final Ruleset ruleset;
    private volatile @Nullable GameState founded;

    /**
     * @param ruleset on whose rulebook tests are played without a game
     */
    public DraftTests(Tester tester, Decider decider, Ruleset ruleset) {
        this.tester = tester;
        this.decider = decider;
        this.ruleset = ruleset;
    }

    /** What is wrong with the tests of a draft whose code has passed the check. */
    public List<Diagnostic> failing(Command.Propose draft, String code) {
        return failing(ground(), draft, code);
    }

    /**
     * The same in a game.
     *
     * @param code what its sentences expand to, or its own
     */
    List<Diagnostic> failing(GameState game, Command.Propose draft, String code) {
        String tests = draft.attachments().tests();
        if (tests.isBlank()) {
            return List.of();
        }
        GameState state = game.exists() ? game : ground();
        RuleEntry target = state.rule(draft.target());
        boolean enacts = draft.kind() == Kind.ENACT;
        if (!enacts && (target == null || target.status() == RuleStatus.REPEALED)) {
            return List.of(
                    wrong(
                            "The tests cannot be played: there is no rule "
                                    + draft.target()
                                    + " to change.",
                            "Name a rule in force as the target."));
        }
        int id = target == null || enacts ? 0 : target.id();
        int number = state.nextProposal();
        GameState open =
                Evolution.evolve(
                        state,
                        new Event.ProposalMade(
                                number,
                                state.master(),
                                draft.kind(),
                                draft.target(),
                                id,
                                0,
                                draft.title(),
                                draft.prose(),
                                code,
                                "",
                                Collections.emptySortedSet(),
                                Instant.EPOCH,
                                new Attachments("", draft.attachments().dsl(), tests)));
        var proposal = Objects.requireNonNull(open.proposals().get(number));
        try {
            return tester
                    .broken(state, Change.tried(open, proposal), id == 0 ? number : id)
                    .stream()
                    .map(BrokenTests::failures)
                    .flatMap(List::stream)
                    .toList();
        } catch (Undecidable e) {
            return List.of(
                    wrong("The tests end the process that plays them.", "Test less at a time."));
        }
    }

    private GameState ground() {
        GameState known = founded;
        if (known == null) {
            var table = new Table(decider, 1, Instant.EPOCH);
            table.open(ruleset.game("To test on"), List.of("ann", "bob", "cyd"));
            known = table.state();
            founded = known;
        }
        return known;
    }

    private static Diagnostic wrong(String message, String hint) {
        return new Diagnostic(
                Diagnostic.Severity.ERROR, Diagnostic.TEST_FAILED, 0, 0, message, hint);
    }
}
