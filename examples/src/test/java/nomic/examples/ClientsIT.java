package nomic.examples;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.server.Server;
import nomic.server.Settings;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Runs the client against a server; needs Python 3.10 or newer on the path. */
@Timeout(240)
final class ClientsIT {
    @TempDir static Path data;

    private static @Nullable Server server;

    @BeforeAll
    static void start() throws InterruptedException {
        assertThat(python("-c", "import sys; sys.exit(sys.version_info < (3, 10))").status())
                .as("Python 3.10 is here")
                .isZero();
        server = Server.start(Settings.local(data));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void the_client_plays_a_whole_game() throws InterruptedException {
        Shell.Run run = python("clients/nomic_client.py", uri());
        assertThat(run.output())
                .contains("RuleAmended", "GameWon")
                .containsPattern("\\w+ won game");
        assertThat(run.status()).isZero();
    }

    private static String uri() {
        return Objects.requireNonNull(server).uri().toString();
    }

    private static Shell.Run python(String... arguments) throws InterruptedException {
        var command = new ArrayList<>(List.of("python3", "-B"));
        command.addAll(List.of(arguments));
        return Shell.run(command);
    }
}
