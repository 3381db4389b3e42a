package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.server.store.Postgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two packaged servers on one PostgreSQL, both of which take moves of the same games. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TwoServersIT {
    private final String database = Postgres.newDatabase();
    private final List<Program> programs = new ArrayList<>();
    private List<Person> players = List.of();

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Path one = Files.createDirectory(folder.resolve("one"));
        programs.add(serve(one));
        Path other = Files.createDirectory(folder.resolve("other"));
        try (var keys = Files.newDirectoryStream(one, "signing-key-*")) {
            for (Path key : keys) {
                Files.copy(key, other.resolve(key.getFileName()));
            }
        }
        programs.add(serve(other));
        players = Stage.people(api(0), "ann", "bob", "eve");
    }

    private Program serve(Path data) {
        var options = new ArrayList<>(Stage.OPTIONS);
        options.addAll(List.of("--database", database));
        return Program.serve(data, options.toArray(String[]::new));
    }

    private Api api(int server) {
        return programs.get(server).api();
    }

    @AfterAll
    void stop() {
        programs.forEach(Program::close);
    }

    private Stage stage() {
        return new Stage(List.of(api(0), api(1)), players);
    }

    @Test
    void a_command_that_comes_to_both_at_once_is_carried_out_once() {
        try (Stage stage = stage()) {
            try (Traffic traffic = new Traffic(stage, 0)) {
                traffic.moves(Scale.of(20, 3000));
            }
            stage.judge(database);
        }
    }

    @Test
    void a_server_that_was_paused_past_a_takeover_is_refused_by_the_fence() {
        try (Stage stage = stage()) {
            int number = 0;
            for (int round = 0; round < Scale.of(2, 20); round++) {
                Person ann = players.getFirst();
                stage.moveTo(api(0));
                try (Traffic traffic = new Traffic(stage, number)) {
                    traffic.moves(10);
                    programs.getFirst().pause();
                    stage.moveTo(api(1));
                    number += 1000;
                    try (Traffic other = new Traffic(stage, number)) {
                        other.moves(20);
                    }
                    stage.moveTo(api(0), api(1));
                    programs.getFirst().resume();
                    traffic.moves(10);
                }
                number += 1000;
                assertThat(fenced(stage, ann, number)).isTrue();
                number++;
            }
            stage.judge(database);
        }
    }

    /** Lets the first server own the game, the second take it, and the first try again. */
    private boolean fenced(Stage stage, Person player, int number) {
        while (!stage.send(api(0), player, number * 5)) {
            // it takes the game over again
        }
        while (!stage.send(api(1), player, number * 5 + 1)) {
            // so does the other
        }
        return !stage.send(api(0), player, number * 5 + 2)
                && stage.send(api(0), player, number * 5 + 2);
    }
}
