package nomic.session;

import nomic.code.CompiledRule;
import nomic.code.Diagnostic;
import nomic.code.LimitExceeded;
import nomic.code.MeteredThread;
import nomic.code.RuleImports;
import nomic.game.Change;
import nomic.game.Event;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.OwnFact;
import nomic.game.ProposalEntry;
import nomic.game.RuleEntry;
import nomic.ruleset.MalformedFile;
import nomic.script.Failure;
import nomic.script.RuleTest;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Plays the tests that rules carry, each in a game of its own on the rulebook as it would be. All
 * tests of a rule have the budget of one command.
 */
final class Trials {
    private static final int LONGEST_MESSAGE = 600;

    private final Rulebooks rulebooks;
    private final Kernel kernel;

    Trials(Rulebooks rulebooks, Kernel kernel) {
        this.rulebooks = rulebooks;
        this.kernel = kernel;
    }

    /** What is wrong with the tests of a proposal that is just made or revised. */
    List<Diagnostic> of(GameState state, Event proposed) {
        int number =
                switch (proposed) {
                    case Event.ProposalMade made -> made.proposal();
                    case Event.ProposalRevised revised -> revised.proposal();
                    default -> 0;
                };
        GameState open = Evolution.evolve(state, proposed);
        ProposalEntry proposal = open.proposals().get(number);
        if (proposal == null || proposal.attachments().tests().isBlank()) {
            return List.of();
        }
        GameState changed = Change.tried(open, proposal);
        int rule = proposal.target() == 0 ? proposal.number() : proposal.target();
        return of(changed, rule, proposal.attachments().tests());
    }

    /** What is wrong with the tests of a rule, on the rulebook of a game. */
    List<Diagnostic> of(GameState ground, int rule, String tests) {
        try {
            var meter = Meters.of(ground.limits());
            return MeteredThread.under(
                    meter,
                    () -> played(ground, rule, tests, new TrialDecider(rulebooks, kernel, meter)));
        } catch (MalformedFile e) {
            return List.of(unreadable(e.diagnostic()));
        } catch (LimitExceeded limit) {
            return List.of(tooMuch(Culprit.why(limit)));
        } catch (TrialDecider.Unclear unclear) {
            return List.of(tooMuch("they take " + unclear.getMessage()));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Cannot play the tests of rule " + rule, e);
        }
    }

    private List<Diagnostic> played(GameState ground, int rule, String tests, TrialDecider fork) {
        var wrong = new ArrayList<Diagnostic>();
        for (RuleTest test : RuleTest.read(tests)) {
            for (Failure failure : test.play(ground, rule, fork, new Given(ground, rule))) {
                wrong.add(wrong(test, failure));
            }
        }
        return wrong;
    }

    /** The facts that a test may give: of types that its rule declares or imports. */
    private final class Given implements RuleTest.Facts {
        private final GameState ground;
        private final int rule;

        Given(GameState ground, int rule) {
            this.ground = ground;
            this.rule = rule;
        }

        @Override
        public int ruleOf(String type) {
            RuleEntry carrying = ground.rulebook().get(rule);
            return carrying == null
                    ? rule
                    : RuleImports.ofType(type, carrying.text().code()).orElse(rule);
        }

        /** Whether the fact can be made and says the same when it is read again. */
        @Override
        public @Nullable String wrong(OwnFact fact) {
            RuleEntry from = ground.rulebook().get(fact.rule());
            if (from == null || from.text().code().isBlank()) {
                return "The rule declares and imports no " + fact.type();
            }
            CompiledRule compiled = rulebooks.compiled(ground, from.id(), from.text().code());
            if (compiled.types().stream().noneMatch(type -> type.name().equals(fact.type()))) {
                return "The rule declares and imports no " + fact.type();
            }
            try {
                var fields = OwnFacts.fields(OwnFacts.object(fact, compiled), compiled);
                return fields.entrySet().containsAll(fact.fields().entrySet())
                        ? null
                        : "A " + fact.type() + " has other fields: " + fields.keySet();
            } catch (IllegalArgumentException | IllegalStateException _) {
                return "A " + fact.type() + " cannot have these values: " + fact.fields();
            }
        }
    }

    private static Diagnostic tooMuch(String why) {
        return wrong("The tests take too much: " + why + ".", "Test less, or mend what loops.");
    }

    /** The line is one of the tests, not of the code. */
    private static Diagnostic unreadable(Diagnostic malformed) {
        String message =
                "Line %d of the tests: %s".formatted(malformed.line(), malformed.message());
        return wrong(message, malformed.hint());
    }

    private static Diagnostic wrong(RuleTest test, Failure failure) {
        String message =
                "The test \"%s\" fails in line %d of the tests: %s"
                        .formatted(test.title(), failure.line(), failure.message());
        String hint = "Mend the rule or the test.";
        return wrong(message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)), hint);
    }

    private static Diagnostic wrong(String message, String hint) {
        return new Diagnostic(
                Diagnostic.Severity.ERROR, Diagnostic.TEST_FAILED, 0, 0, message, hint);
    }
}
