package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.server.store.Database;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** The packaged server on its embedded database, killed while its players move. */
final class KilledServerIT {
    private static final String[] OPTIONS = Stage.OPTIONS.toArray(String[]::new);

    @TempDir Path folder;

    @Test
    void nothing_that_was_acknowledged_is_lost_when_the_server_is_killed_again_and_again() {
        Path data = folder.resolve("data");
        Program program = Program.serve(data, OPTIONS);
        List<Person> players = Stage.people(program.api(), "ann", "bob", "eve");
        try (Stage stage = new Stage(List.of(program.api()), players)) {
            try (Traffic traffic = new Traffic(stage, 0)) {
                for (int kill = 0; kill < Scale.of(2, 30); kill++) {
                    traffic.moves(20);
                    program.kill();
                    program = Program.serve(data, OPTIONS);
                    stage.moveTo(program.api());
                }
                traffic.moves(20);
            }
            ends(program, stage, data);
        }
    }

    private void ends(Program program, Stage stage, Path data) {
        Stage.Seen seen = stage.seen();
        program.close();
        stage.judge(Database.urlIn(data), seen);
        assertThat(Program.run(0, folder, "verify", "--data", data.toString()))
                .contains("1 games, 0 findings");
    }
}
