package nomic.server.cli;

import nomic.game.GameStatus;
import nomic.log.Finding;
import nomic.record.GameRecord;
import nomic.server.CannotStart;
import nomic.server.store.Database;
import nomic.server.store.StoredGameLog;
import nomic.session.Interpreter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;

/** Takes over a game that is over from a file. */
@Command(
        name = "import",
        description = {
            "Takes over a game that is over from a file, to be read; stop a server on H2 before.",
            "Each command is decided again first. The exit status is 1 if that finds something, or",
            "if the game is here already."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Mixin private Output output = new Output();
    @Mixin private Storage storage = new Storage();

    @Parameters(paramLabel = "FILE", description = "a game that was exported")
    private Path file = Path.of("");

    private record ImportView(String game, boolean imported, List<Finding> findings) {}

    @Override
    public Integer call() {
        GameRecord record = RecordFile.read(file, output);
        if (record.header().status() != GameStatus.FINISHED) {
            throw output.wrong(
                    file + " is of a game that is not over: an administrator can fork it");
        }
        try (Interpreter interpreter = Interpreter.standard()) {
            List<Finding> findings = record.verify(interpreter);
            return findings.isEmpty()
                    ? storage.withDatabase(database -> take(record, database))
                    : told(record, false, findings);
        } catch (CannotStart e) {
            throw output.wrong(e);
        }
    }

    private int take(GameRecord record, Database database) {
        var log = new StoredGameLog(database.sessions(), Clock.systemUTC());
        boolean taken =
                log.take(record.game(), record.log(), "nomic import", record.trailer().key());
        return told(record, taken, List.of());
    }

    private int told(GameRecord record, boolean taken, List<Finding> findings) {
        String game = record.header().game();
        if (output.json()) {
            output.json(new ImportView(game, taken, findings));
        } else {
            output.line(
                    taken
                            ? "game " + game + " can be read"
                            : findings.isEmpty()
                                    ? "game " + game + " is here already"
                                    : "game %s is not in order: nomic verify %s"
                                            .formatted(game, file));
        }
        return taken ? Nomic.OK : Nomic.REFUSED;
    }
}
