package nomic.examples;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.server.Server;
import nomic.server.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows the section "Fifteen minutes" of docs/api.md to the letter: its blocks go into one bash,
 * and what they print is compared with what the page shows. Needs bash, curl and Python 3.10.
 */
@Timeout(400)
final class WalkIT {
    private static final Path PAGE = Path.of("../docs/api.md");

    @TempDir Path folder;

    @Test
    void the_page_leads_from_nothing_to_a_game_between_bots() throws Exception {
        assertThat(Shell.runs("bash", "-c", "curl --version")).as("curl is here").isTrue();
        assertThat(Shell.runs("python3", "-c", "import sys; sys.exit(sys.version_info < (3, 10))"))
                .as("Python 3.10 is here")
                .isTrue();
        List<Walk.Step> steps = Walk.in(Files.readString(PAGE), "## Fifteen minutes");
        assertThat(steps).hasSizeGreaterThan(8);
        Path script = folder.resolve("walk.sh");
        Files.writeString(script, Walk.script(steps));
        String said;
        try (Server server =
                Server.start(Settings.local(Files.createDirectory(folder.resolve("data"))))) {
            ProcessBuilder bash =
                    new ProcessBuilder("bash", script.toString())
                            .directory(folder.toFile())
                            .redirectErrorStream(true);
            bash.environment().put("NOMIC", server.uri().toString());
            Process walk = bash.start();
            said = new String(walk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(walk.waitFor()).as(said).isZero();
        }
        List<String> printed = new ArrayList<>(List.of(said.split(Walk.MARK + "\n", -1)));
        printed.removeFirst();
        assertThat(printed).as(said).hasSameSizeAs(steps);
        for (int i = 0; i < steps.size(); i++) {
            assertThat(Walk.bare(printed.get(i)))
                    .as(steps.get(i).commands())
                    .matches(Walk.pattern(steps.get(i).shown()));
        }
    }
}
