package nomic.server.cli;

import nomic.code.Built;
import nomic.code.Checker;
import nomic.server.game.CheckRoutes.CheckView;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Checks the code of a rule. */
@Command(
        name = "check",
        description = {
            "Checks the code of a rule without running it.",
            "The exit status is 0 if it may be loaded, 1 if not."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Mixin private Output output = new Output();

    @Parameters(paramLabel = "FILE", description = "a rule in DRL")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        Built built = new Checker().compile(0, output.read(file));
        if (output.json()) {
            output.json(CheckView.of(built));
        } else {
            built.diagnostics().forEach(diagnostic -> output.diagnostic(file, diagnostic));
            output.line(file + (built instanceof Built.Classes ? ": accepted" : ": refused"));
        }
        return built instanceof Built.Classes ? Nomic.OK : Nomic.REFUSED;
    }
}
