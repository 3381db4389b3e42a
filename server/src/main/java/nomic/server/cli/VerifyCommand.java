package nomic.server.cli;

import nomic.log.Finding;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Verifier;
import nomic.server.CannotStart;
import nomic.server.DataFolder;
import nomic.server.Settings;
import nomic.server.Start;
import nomic.server.store.Database;
import nomic.server.store.StoredGameLog;
import nomic.session.Interpreter;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Clock;
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

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the folder of the server (default: ${DEFAULT-VALUE})")
    private Path data = Settings.DATA;

    @Option(
            names = "--database",
            paramLabel = "JDBC-URL",
            description = "the database of the server (default: H2 in the data folder)")
    private @Nullable String database;

    private record VerifyView(int games, List<Finding> findings) {}

    @Override
    public Integer call() {
        try {
            return database == null ? verifyFolder() : verify(database);
        } catch (CannotStart e) {
            throw output.wrong(e);
        }
    }

    private int verifyFolder() {
        try (DataFolder _ = DataFolder.take(data)) {
            return verify(Database.urlIn(data) + ";IFEXISTS=TRUE");
        }
    }

    private int verify(String url) {
        try (Database opened = Start.database(url);
                Interpreter interpreter = Interpreter.standard()) {
            return verify(new StoredGameLog(opened.sessions(), Clock.systemUTC()), interpreter);
        }
    }

    private int verify(GameLog log, Interpreter interpreter) {
        var verifier = new Verifier(interpreter::decide);
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
