package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.server.cli.Nomic;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** The command {@code nomic why} on the data of a server that has ended. */
final class WhyCommandIT {
    @TempDir Path data;

    private int status;

    private String why(String game, String... question) {
        var out = new StringWriter();
        var all = new String[question.length + 4];
        all[0] = "why";
        all[1] = "--data";
        all[2] = data.toString();
        all[3] = game.substring(game.lastIndexOf('/') + 1);
        System.arraycopy(question, 0, all, 4, question.length);
        var writer = new PrintWriter(out, true);
        status = Nomic.run(writer, writer, all);
        return out.toString();
    }

    @Test
    void it_explains_events_facts_wins_and_moves() throws IOException {
        String game;
        String player;
        try (Server server = Server.start(Settings.local(data))) {
            Person ann = new Api(server.uri()).person("ann");
            game = ann.createsGame("suber");
            ann.starts(game).expect(200);
            player = ann.name();
        }
        Path move = data.resolve("move.json");
        Files.writeString(move, "{\"type\": \"propose\", \"kind\": \"repeal\", \"target\": 101}");

        assertThat(why(game, "event", "1")).contains("was created", "“create”");
        assertThat(status).isZero();
        assertThat(why(game, "fact", "turn")).contains("It is the turn of", "Rule 201");
        assertThat(why(game, "win", player)).contains("has not won", "does not:");
        assertThat(why(game, "move", player, move.toString())).contains("It is refused");
        assertThat(why(game, "event", "999")).contains("There is no event 999");
        assertThat(status).isEqualTo(64);
        assertThat(why(game, "fact", "x")).contains("holding/PLAYER/ASSET");
        assertThat(why(game, "dream", "x")).contains("event, fact, win or move");
        assertThat(why("00000000-0000-0000-0000-000000000000", "event", "1"))
                .contains("There is no game");
    }
}
