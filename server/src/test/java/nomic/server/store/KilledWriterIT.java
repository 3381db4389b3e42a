package nomic.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.log.Chain;
import nomic.log.Entry;
import nomic.log.GameId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

final class KilledWriterIT {
    private static final int ACKNOWLEDGED = 100;

    private final GameId game = new GameId(UUID.randomUUID().toString());

    @TempDir Path folder;

    @Test
    void what_was_acknowledged_is_found_once_after_the_process_was_killed() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        acknowledged.addAll(appendAndKill("a"));
        acknowledged.addAll(appendAndKill("b"));

        List<Entry> entries = entries();
        assertThat(entries)
                .extracting(entry -> entry.envelope().id())
                .doesNotHaveDuplicates()
                .containsAll(acknowledged);
        assertThat(entries.size() - acknowledged.size()).isBetween(0, 2);
        String previous = Chain.start(game);
        for (Entry entry : entries) {
            assertThat(entry.events()).hasSize(3);
            assertThat(entry.previous()).isEqualTo(previous);
            assertThat(entry.link()).isEqualTo(Chain.link(entry));
            previous = entry.link();
        }
    }

    private List<String> appendAndKill(String prefix) throws IOException, InterruptedException {
        String classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        Process writer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-classpath",
                                classPath,
                                KilledWriter.class.getName(),
                                Database.urlIn(folder),
                                game.value(),
                                prefix)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader output = writer.inputReader()) {
            List<String> acknowledged = new ArrayList<>();
            String line = output.readLine();
            while (line != null) {
                if (line.startsWith("ack ")) {
                    acknowledged.add(line.substring("ack ".length()));
                }
                if (acknowledged.size() == ACKNOWLEDGED) {
                    kill(writer);
                }
                line = output.readLine();
            }
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED);
            return acknowledged;
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    /** Kills a process and, unlike {@link Process#destroyForcibly}, keeps what it printed. */
    private static void kill(Process process) {
        assertThat(process.toHandle().destroyForcibly()).isTrue();
    }

    private List<Entry> entries() {
        try (Database database = Database.open(Database.urlIn(folder))) {
            return new StoredGameLog(database.sessions(), InstantSource.system())
                    .entries(game, 0, 1_000_000);
        }
    }
}
