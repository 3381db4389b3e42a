package nomic.server.cli;

import nomic.ruleset.MalformedFile;
import nomic.ruleset.Rulesets;
import nomic.script.Failure;
import nomic.script.Played;
import nomic.script.ScriptedGame;
import nomic.session.Interpreter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Plays a scripted game. */
@Command(
        name = "play",
        description = {
            "Plays a scripted game in memory.",
            "The exit status is 0 if all that it expects comes, 1 if not."
        },
        mixinStandardHelpOptions = true)
final class PlayCommand implements Callable<Integer> {
    @Mixin private Output output = new Output();
    @Mixin private LimitsOption limits = new LimitsOption();

    @Parameters(paramLabel = "SCRIPT", description = "a game in YAML")
    private Path script = Path.of("");

    private record PlayView(boolean passed, int steps, List<Failure> failures) {}

    @Override
    public Integer call() {
        if (!Files.isReadable(script)) {
            throw output.wrong("Cannot read " + script);
        }
        try (Interpreter interpreter = Interpreter.standard()) {
            return report(
                    ScriptedGame.read(script)
                            .play(interpreter, Rulesets.onClassPath(), limits.limits()));
        } catch (MalformedFile e) {
            throw output.wrong(e);
        }
    }

    private int report(Played played) {
        if (output.json()) {
            output.json(new PlayView(played.passed(), played.steps().size(), played.failures()));
        } else {
            output.line(
                    played.passed()
                            ? script + ": " + played.steps().size() + " steps as expected"
                            : played.report());
        }
        return played.passed() ? Nomic.OK : Nomic.REFUSED;
    }
}
