package nomic.worker;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.code.Built;
import nomic.code.Checker;
import nomic.code.RuleSource;
import nomic.game.Command;
import nomic.game.Outcome;
import nomic.script.Table;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What hostile files do to the process in which they are checked and run. */
class WatchedWorkerTest {
    private static final Path ATTACKS = Path.of("src/test/resources/nomic/code/attacks");
    private static final String HONEST = "rule \"r\" when TurnEnded( $p : player ) then end";

    @TempDir static Path folder;
    private static Worker worker;

    @BeforeAll
    static void start() throws URISyntaxException {
        var here = WatchedWorker.class.getProtectionDomain().getCodeSource().getLocation();
        var jars = new ArrayList<>(ClassPath.ofEngine(folder).jars());
        jars.add(PackedFolder.asJar(Path.of(here.toURI()), folder, "watched.jar"));
        var launch =
                new Launch(
                        new ClassPath(jars),
                        folder.resolve("watched"),
                        256,
                        new Checker()::compile,
                        WatchedWorker.class.getName());
        worker = Objects.requireNonNull(launch.start());
        assertThat(new Induction(CompiledCode::warmUp).passes(worker)).isTrue();
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    /** The files that would leave the mark if they could, wherever they come to run. */
    private static List<String> marking() {
        try (var files = Files.walk(ATTACKS)) {
            return files.filter(file -> file.toString().endsWith(".drl"))
                    .sorted()
                    .map(WatchedWorkerTest::code)
                    .filter(code -> code.contains("pwn"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String code(Path file) {
        try {
            return Files.readString(file).replaceFirst("package unit[^;]*;", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome played(String code) {
        var rule = new Command.FoundingRule(201, "A rule", true, "", code);
        var table = new Table(Workforce.in(worker), 7, Instant.parse("2026-01-01T12:00:00Z"));
        table.open(new Command.CreateGame("A game", "own", List.of(rule)), List.of("ann", "bob"));
        return table.move("ann", new Command.EndTurn()).outcome();
    }

    @Test
    void no_file_leaves_its_mark_in_the_process_that_checks_and_runs_it() {
        List<String> marking = marking();
        assertThat(marking).hasSizeGreaterThan(20);

        for (String code : marking) {
            Reply reply =
                    worker.ask(new ToWorker.Compile(RuleSource.of(201, code)), Patience.TO_CHECK);
            assertThat(reply).as(code).isInstanceOf(Reply.Said.class);
            if (((Reply.Said) reply).answer() instanceof FromWorker.Code(Built.Classes _)) {
                assertThat(played(code)).as(code).isNotNull();
            }
        }

        assertThat(played(HONEST)).isInstanceOf(Outcome.Accepted.class);
    }
}
