package nomic.server;

import nomic.code.Checker;
import nomic.code.RuleCompiler;
import nomic.game.Decider;
import nomic.game.Envelope;
import nomic.preview.ForkingPreviewer;
import nomic.preview.Previewer;
import nomic.preview.Tester;
import nomic.ruleset.Ruleset;
import nomic.ruleset.Rulesets;
import nomic.server.admin.ServerRoutes.Staff;
import nomic.session.Interpreter;
import nomic.worker.Workforce;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Where the code of rules is checked and run: in child processes, or in this one. */
record Sandbox(
        Decider decider,
        RuleCompiler compiler,
        Previewer previewer,
        Tester tester,
        Supplier<@Nullable Staff> staff,
        Runnable end)
        implements AutoCloseable {
    private static final String SEED = "0".repeat(64);

    /** Each process is made ready with the standard ruleset; others take a moment more at first. */
    static Sandbox of(Settings settings, Rulesets rulesets) {
        Ruleset standard = rulesets.get(Rulesets.STANDARD);
        return settings.workers() == 0
                ? here(standard)
                : inWorkers(settings, settings.data().resolve("workers"), standard);
    }

    private static Sandbox inWorkers(Settings settings, Path folder, Ruleset rehearsed) {
        List<Envelope> rehearsal = List.of(founding(rehearsed));
        var workforce = new Workforce(folder, settings.workers(), settings.workerHeap(), rehearsal);
        return new Sandbox(
                workforce,
                workforce,
                workforce,
                workforce,
                () -> new Staff(workforce.checking(), workforce.deciding()),
                workforce::close);
    }

    private static Envelope founding(Ruleset ruleset) {
        return new Envelope(
                "rehearsal", "nobody", Instant.EPOCH, SEED, ruleset.game("A rehearsal"));
    }

    private static Sandbox here(Ruleset standard) {
        var checker = new Checker();
        var interpreter = new Interpreter(checker);
        var previewer = new ForkingPreviewer(interpreter);
        Thread.ofPlatform().daemon().name("warm-up").start(() -> compile(standard, checker));
        return new Sandbox(
                interpreter, checker, previewer, previewer, () -> null, interpreter::close);
    }

    /** Compiles the founding rules, so that the first game does not wait for it. */
    private static void compile(Ruleset ruleset, RuleCompiler compiler) {
        ruleset.rules().forEach(rule -> compiler.compile(rule.number(), rule.code()));
    }

    @Override
    public void close() {
        end.run();
    }
}
