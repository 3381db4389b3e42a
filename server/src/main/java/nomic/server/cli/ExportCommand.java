package nomic.server.cli;

import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.record.RecordWriter;
import nomic.server.CannotStart;
import nomic.server.RecordKeys;
import nomic.server.Version;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

/** Writes a game as a file. */
@Command(
        name = "export",
        description = {
            "Writes a game as a file that can be verified and imported anywhere; stop a server on",
            "H2 before. It has the seeds of all dice: of a game in progress, show it to nobody."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Mixin private Output output = new Output();
    @Mixin private Storage storage = new Storage();

    @Parameters(index = "0", paramLabel = "GAME", description = "the id of the game")
    private String game = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "a file that is not there yet (default: nomic-GAME.ndjson)")
    private @Nullable Path file;

    private record ExportView(String game, String file, String key) {}

    @Override
    public Integer call() {
        try {
            return storage.with(this::export);
        } catch (CannotStart e) {
            throw output.wrong(e);
        }
    }

    private int export(GameLog log) {
        var id = new GameId(game);
        if (log.head(id) == null) {
            throw output.wrong("There is no game " + game);
        }
        Path to = file == null ? Path.of("nomic-" + game + ".ndjson") : file;
        var key = RecordKeys.in(storage.data());
        try (OutputStream out =
                new BufferedOutputStream(
                        Files.newOutputStream(to, StandardOpenOption.CREATE_NEW))) {
            new RecordWriter(log, key, Version.TEXT).write(id, out);
        } catch (IOException e) {
            throw output.wrong("Cannot write " + to + " (" + e.getClass().getSimpleName() + ")");
        }
        if (output.json()) {
            output.json(new ExportView(game, to.toString(), key.open()));
        } else {
            output.line("game " + game + " is in " + to + ", signed by " + key.open());
        }
        return Nomic.OK;
    }
}
