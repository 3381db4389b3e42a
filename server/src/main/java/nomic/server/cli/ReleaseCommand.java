package nomic.server.cli;

import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.server.CannotStart;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** Lets a game in quarantine take commands again. */
@Command(
        name = "release",
        description = {
            "Lets a game in quarantine take commands again; stop a server on H2 before.",
            "The exit status is 0 if it was in quarantine, 1 if not."
        },
        mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {
    @Mixin private Output output = new Output();
    @Mixin private Storage storage = new Storage();

    @Parameters(paramLabel = "GAME", description = "the id of the game")
    private String game = "";

    private record ReleaseView(String game, boolean released) {}

    @Override
    public Integer call() {
        try {
            return storage.with(this::release);
        } catch (CannotStart e) {
            throw output.wrong(e);
        }
    }

    private int release(GameLog log) {
        boolean released = log.release(new GameId(game));
        if (output.json()) {
            output.json(new ReleaseView(game, released));
        } else {
            output.line(
                    "game "
                            + game
                            + (released ? " takes commands again" : " is not in quarantine"));
        }
        return released ? Nomic.OK : Nomic.REFUSED;
    }
}
