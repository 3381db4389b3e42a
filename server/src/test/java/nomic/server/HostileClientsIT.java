package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.server.store.Database;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Strangers do what they can to the packaged server while three people play a game on it. */
final class HostileClientsIT {
    private static final int GARBAGE = 200;
    private static final int TEXT = 0x81;
    private static final int FIRST_PART = 0x01;
    private static final int NEXT_PART = 0x00;

    private final List<Wire> wires = new ArrayList<>();
    @TempDir Path folder;
    private Path data = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Program program;

    private List<Person> players = List.of();

    @BeforeEach
    void start() {
        data = folder.resolve("data");
        program = Program.serve(data, Stage.OPTIONS.toArray(String[]::new));
        players = Stage.people(program.api(), "ann", "bob", "eve");
    }

    @AfterEach
    void hang_up() {
        wires.forEach(Wire::close);
        program.close();
    }

    private Wire keep(Wire wire) {
        wires.add(wire);
        return wire;
    }

    /** Plays on while strangers do their worst, and has all of it judged. */
    private void playing(int moves, Runnable strangers) {
        try (Stage stage = new Stage(List.of(program.api()), players)) {
            try (Traffic traffic = new Traffic(stage, 0)) {
                traffic.moves(5);
                strangers.run();
                traffic.moves(moves);
            }
            Stage.Seen seen = stage.seen();
            program.close();
            stage.judge(Database.urlIn(data), seen);
        }
    }

    @Test
    void strangers_with_garbage_slow_requests_and_odd_frames_disturb_nobody() {
        var random = new Random(1);
        playing(
                20,
                () -> {
                    for (int i = 0; i < GARBAGE; i++) {
                        byte[] bytes = new byte[1 + random.nextInt(5000)];
                        random.nextBytes(bytes);
                        Wire wire =
                                keep(
                                        i % 2 == 0
                                                ? Wire.to(program.api())
                                                : Wire.webSocket(program.api()));
                        wire.write(i % 4 == 3 ? Wire.frame(TEXT, bytes) : bytes);
                    }
                    for (int i = 0; i < 50; i++) {
                        keep(Wire.to(program.api()))
                                .write("GET / HTTP/1.1\r\nX-".getBytes(StandardCharsets.US_ASCII));
                    }
                    oversized();
                    inFragments();
                });
    }

    /** A frame of the largest size that a length can tell, of which little ever comes. */
    private void oversized() {
        byte[] head = {(byte) TEXT, (byte) 0xFF, 0x7F, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0};
        keep(Wire.webSocket(program.api())).write(head);
    }

    /** A message whose parts never end, until the server ends it or has heard enough. */
    private void inFragments() {
        Wire wire = keep(Wire.webSocket(program.api()));
        byte[] part = "x".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
        boolean open = wire.write(Wire.frame(FIRST_PART, part));
        for (int i = 0; i < 200 && open; i++) {
            open = wire.write(Wire.frame(NEXT_PART, part));
        }
    }

    @Test
    void readers_that_read_nothing_among_many_sockets_delay_nobody() {
        try (Stage stage = new Stage(List.of(program.api()), players)) {
            List<Ear> crowd = new ArrayList<>();
            for (int i = 0; i < Scale.of(100, 1000); i++) {
                crowd.add(new Ear(stage.game(), () -> stage.server(0)));
            }
            byte[] subscribe =
                    "{\"type\": \"subscribe\", \"game\": \"%s\", \"pad\": \"%s\"}"
                            .formatted(LiveClient.id(stage.game()), "x".repeat(200))
                            .getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 10; i++) {
                keep(Wire.webSocket(program.api())).write(Wire.frame(TEXT, subscribe));
            }
            try (Traffic traffic = new Traffic(stage, 0)) {
                traffic.moves(Scale.of(60, 1000));
            }
            Stage.Seen seen = stage.seen();
            long head = seen.served().getFirst().head();
            crowd.forEach(ear -> assertThat(ear.heard(head).events()).hasSize((int) head));
            crowd.forEach(Ear::close);
            program.close();
            stage.judge(Database.urlIn(data), seen);
        }
    }
}
