package nomic.session;

import nomic.code.Checker;
import nomic.code.Diagnostic;
import nomic.code.LimitExceeded;
import nomic.code.MeteredThread;
import nomic.game.Cause;
import nomic.game.Decided;
import nomic.game.Decider;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.game.Refusal;
import nomic.game.RuleEntry;
import nomic.game.StoppedRule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Decides commands by the rules of the game. Safe for use by many threads: the work is done on a
 * pool of its own, as large as there are processors.
 *
 * <p>Where a rule breaks or passes a limit, the command is decided again from its start without the
 * rule, which is suspended. A rule that breaks while it judges a player's move refuses the move; it
 * is suspended when it has broken on moves of two players, so that nobody can suspend a prohibition
 * by a crafted move.
 */
public final class Interpreter implements Decider, AutoCloseable {
    private final Rulebooks rulebooks;
    private final Kernel kernel;
    private final ExecutorService threads;

    /** An interpreter that decides as many commands at a time as there are processors. */
    public Interpreter(Checker checker) {
        this(checker, Runtime.getRuntime().availableProcessors());
    }

    /**
     * @param threads how many commands it decides at a time
     */
    public Interpreter(Checker checker, int threads) {
        this.rulebooks = new Rulebooks(checker);
        this.kernel = new Kernel(checker);
        this.threads = Executors.newFixedThreadPool(threads, MeteredThread.factory("interpreter"));
    }

    /** An interpreter with a checker of its own. */
    public static Interpreter standard() {
        return new Interpreter(new Checker());
    }

    /** Decides a command: a function of its arguments, in any process and after any history. */
    @Override
    public Decided decide(GameState state, Envelope envelope) {
        return decide(state, envelope, () -> {});
    }

    /**
     * Decides a command.
     *
     * @param again called before each try after the first
     */
    public Decided decide(GameState state, Envelope envelope, Runnable again) {
        return metered(envelope, () -> tryUntilDecided(state, envelope, Aim.RECORD, again))
                .decided();
    }

    /** Decides a command of which nothing is kept, without what only a log needs. */
    public Foreseen decideOnFork(GameState state, Envelope envelope) {
        return metered(envelope, () -> tryUntilDecided(state, envelope, Aim.FORK, () -> {}));
    }

    /**
     * What a move would record of itself, whatever the rules say of it: the events, or why the
     * kernel refuses it.
     */
    public Recording record(GameState state, Envelope envelope) {
        return metered(
                envelope,
                () ->
                        switch (kernel.prepare(state, envelope)) {
                            case Prepared.Ready ready -> new Recording.Events(ready.record());
                            case Prepared.Ordered ordered -> new Recording.Events(ordered.record());
                            case Prepared.Founding founding ->
                                    new Recording.Events(List.of(founding.event()));
                            case Prepared.Refused refused ->
                                    new Recording.Refused(refused.refusal());
                        });
    }

    /**
     * What stands against any further change of the rules after a command, as a part of a sentence:
     * empty where nothing does, null where that is not found out within the budget of a command.
     */
    public @Nullable String obstacleAfter(Decided adopting) {
        Envelope envelope = adopting.envelope();
        var foresight = new Foresight(rulebooks, kernel, adopting.state(), envelope, List.of());
        return metered(envelope, () -> Optional.ofNullable(foresight.obstacleAfter(adopting)))
                .orElse(null);
    }

    /** What is wrong with the tests that a rule carries, played on the rulebook of a game. */
    public List<Diagnostic> failingTests(GameState ground, int ruleId, String tests) {
        return metered(
                "the tests of rule " + ruleId,
                () -> new Trials(rulebooks, kernel).of(ground, ruleId, tests));
    }

    /**
     * A state of a game as it would be if some rules were others: their own facts live on in the
     * types of the new texts, as in an amendment. Null where rule code breaks in doing so.
     *
     * @param rules by permanent id, those that are others
     */
    public @Nullable GameState under(GameState state, SortedMap<Integer, RuleEntry> rules) {
        return metered(
                        "a state under other rules",
                        () ->
                                MeteredThread.under(
                                        Meters.of(state.limits()),
                                        () -> new OtherRules(rulebooks, rules).of(state)))
                .orElse(null);
    }

    private <T> T metered(Envelope envelope, Callable<T> work) {
        return metered(envelope.id(), work);
    }

    private <T> T metered(String what, Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while deciding " + what, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot decide " + what, e.getCause());
        }
    }

    private Foreseen tryUntilDecided(GameState state, Envelope envelope, Aim aim, Runnable again)
            throws Exception {
        List<Suspension> suspensions = new ArrayList<>();
        for (StoppedRule stopped : envelope.stopped()) {
            Decided refused = leaveOut(state, envelope, broke(stopped), suspensions);
            if (refused != null) {
                return new Foreseen(refused, null);
            }
        }
        boolean ownBase = false;
        while (true) {
            switch (attempt(state, envelope, suspensions, ownBase, aim)) {
                case Attempt.Result.Finished(Decided decided, String obstacle) -> {
                    return new Foreseen(decided, obstacle);
                }
                case Attempt.Result.NeedsOwnBase() -> ownBase = true;
                case Attempt.Result.Broke broke -> {
                    Decided refused = leaveOut(state, envelope, broke, suspensions);
                    if (refused != null) {
                        return new Foreseen(refused, null);
                    }
                    again.run();
                }
            }
        }
    }

    /** What the rule has used went down with its process. */
    private static Attempt.Result.Broke broke(StoppedRule stopped) {
        var fault = new Fault(stopped.rule(), "", stopped.why(), stopped.legality());
        return new Attempt.Result.Broke(fault, stopped.revision(), new TreeMap<>());
    }

    /** Leaves a broken revision out of the next try; else the refusal that it comes to. */
    private static @Nullable Decided leaveOut(
            GameState state,
            Envelope envelope,
            Attempt.Result.Broke broke,
            List<Suspension> suspensions) {
        Decided refused = refusal(state, envelope, broke);
        if (refused != null) {
            return refused;
        }
        Suspension suspension = broke.suspension();
        if (suspended(suspensions, suspension)) {
            throw new IllegalStateException(
                    "Rule %d broke while suspended: %s"
                            .formatted(suspension.rule(), broke.fault().why()));
        }
        suspensions.add(suspension);
        return null;
    }

    private Attempt.Result attempt(
            GameState state,
            Envelope envelope,
            List<Suspension> suspensions,
            boolean ownBase,
            Aim aim)
            throws Exception {
        Attempt attempt =
                new Attempt(rulebooks, kernel, state, envelope, suspensions, ownBase, aim);
        try {
            return MeteredThread.under(attempt.meter(), attempt::run);
        } catch (LimitExceeded limit) {
            return attempt.broke(limit);
        }
    }

    private static boolean suspended(List<Suspension> suspensions, Suspension next) {
        return suspensions.stream()
                .anyMatch(each -> each.rule() == next.rule() && each.revision() == next.revision());
    }

    /** The refusal of a move on which a rule broke while judging; null where it is suspended. */
    private static @Nullable Decided refusal(
            GameState state, Envelope envelope, Attempt.Result.Broke broke) {
        Fault fault = broke.fault();
        int revision = broke.revision();
        RuleEntry rule = state.rulebook().get(fault.rule());
        boolean inForceBefore = rule != null && rule.inForce() && rule.revision() == revision;
        if (rule == null || !inForceBefore || !fault.legality() || envelope.player().isEmpty()) {
            return null;
        }
        boolean struckByAnother =
                rule.strikes().stream().anyMatch(player -> !player.equals(envelope.player()));
        if (struckByAnother) {
            return null;
        }
        Event.RuleFaulted struck =
                new Event.RuleFaulted(rule.number(), rule.id(), envelope.player(), fault.why());
        Cause cause = new Cause.ByRule(rule.number(), revision, fault.name(), List.of());
        GameState after = Evolution.evolve(state, struck);
        return new Decided(
                envelope,
                new Outcome.Refused(new Refusal.Faulted(rule.number(), fault.why())),
                List.of(new Occurrence(struck, cause)),
                after,
                state.rulebookHash(),
                after.hash(),
                broke.use());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
