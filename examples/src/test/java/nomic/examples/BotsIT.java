package nomic.examples;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.client.Event;
import nomic.client.EventStream;
import nomic.client.Game;
import nomic.client.GameSearch;
import nomic.client.Nomic;
import nomic.client.Table;
import nomic.server.Server;
import nomic.server.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Lets the three bots play one another; needs Python 3.10 and Node 18, or newer, on the path. */
@Timeout(400)
final class BotsIT {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir Path folder;

    @Test
    void bots_in_three_languages_play_a_game_to_its_end() throws Exception {
        assertThat(Shell.runs("python3", "-c", "import sys; sys.exit(sys.version_info < (3, 10))"))
                .as("Python 3.10 is here")
                .isTrue();
        assertThat(
                        Shell.runs(
                                "node",
                                "-e",
                                "process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)"))
                .as("Node 18 is here")
                .isTrue();
        try (Server server = Server.start(Settings.local(Files.createDirectory(data())))) {
            Nomic watcher = Nomic.at(server.uri());
            var bots = new ArrayList<Process>();
            try {
                bots.add(bot(server, "java", JAVA, "-cp", classPath(), file("java/Bot.java")));
                Table table = watcher.game(openGame(watcher));
                bots.add(bot(server, "node", "node", file("javascript/bot.mjs")));
                Process python = bot(server, "python", "python3", "-B", file("python/bot.py"));
                bots.add(python);
                try (EventStream events = table.stream(0)) {
                    awaited(events, event -> event.is("VoteSettled"));
                    python.destroyForcibly().waitFor();
                    bots.remove(python);
                    bots.add(bot(server, "python", "python3", "-B", file("python/bot.py")));
                    awaited(events, Event::endsGame);
                }
                for (Process bot : bots) {
                    assertThat(bot.waitFor()).as(said()).isZero();
                }
                judge(table);
            } finally {
                bots.forEach(Process::destroyForcibly);
            }
        }
    }

    private void judge(Table table) throws IOException {
        Game game = table.game();
        assertThat(game.winner()).as(said()).isIn("java", "node", "python");
        assertThat(game.players()).hasSize(3).allMatch(Game.Player::bot);
        for (String name : List.of("java", "node", "python")) {
            assertThat(said()).contains(name + " saw " + game.winner() + " win");
            assertThat(table.events(0))
                    .anyMatch(e -> e.is("ProposalMade") && e.text("author").equals(name));
        }
    }

    private static String openGame(Nomic watcher) {
        while (true) {
            var game = watcher.games(GameSearch.TO_JOIN).findFirst();
            if (game.isPresent()) {
                return game.get().id();
            }
            Thread.onSpinWait();
        }
    }

    private static void awaited(EventStream events, Predicate<Event> wanted) {
        for (Event event : events) {
            if (wanted.test(event)) {
                return;
            }
        }
        throw new AssertionError("The stream has an end");
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String said() throws IOException {
        var said = new StringBuilder();
        for (String name : List.of("java", "node", "python")) {
            Path log = folder.resolve(name + ".log");
            said.append(Files.exists(log) ? Files.readString(log) : name + ": nothing\n");
        }
        return said.toString();
    }

    private Process bot(Server server, String name, String... command) throws IOException {
        var whole = new ArrayList<>(List.of(command));
        whole.addAll(List.of(server.uri().toString(), name));
        return new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".log").toFile()))
                .start();
    }

    private static String file(String name) {
        return Path.of("bots", name).toAbsolutePath().toString();
    }

    /** Where the classes of the client are. */
    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
