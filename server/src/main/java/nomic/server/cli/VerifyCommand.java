package nomic.server.cli;

import nomic.log.Finding;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Verifier;
import nomic.server.CannotStart;
import nomic.session.Interpreter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Decides all logged commands again. */
@Command(
        name = "verify",
        description = {
            "Decides every logged command again and compares; stop a server on H2 before.",
            "The exit status is 0 if all is the same, 1 if something differs."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Mixin private Output output = new Output();

    @Mixin private Storage storage = new Storage();

    private record VerifyView(int games, List<Finding> findings) {}

    @Override
    public Integer call() {
        try (Interpreter interpreter = Interpreter.standard()) {
            return storage.with(log -> verify(log, interpreter));
        } catch (CannotStart e) {
            throw output.wrong(e);
        }
    }

    private int verify(GameLog log, Interpreter interpreter) {
        var verifier = new Verifier(interpreter);
        List<GameId> games = log.games();
        var findings = new ArrayList<Finding>();
        games.forEach(game -> findings.addAll(verifier.verify(log, game)));
        if (output.json()) {
            output.json(new VerifyView(games.size(), findings));
        } else {
            findings.forEach(finding -> output.line(told(finding)));
            output.line(games.size() + " games, " + findings.size() + " findings");
        }
        return findings.isEmpty() ? Nomic.OK : Nomic.REFUSED;
    }

    private static String told(Finding finding) {
        return "game %s, command %d (%s by %s): %s: %s"
                .formatted(
                        finding.game(),
                        finding.position(),
                        finding.command(),
                        finding.player(),
                        finding.what(),
                        finding.detail());
    }
}
