package nomic.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lets a process confine itself and try what it may and may not do. */
final class ConfinementTest {
    private static final String CONFINED = "Confined[]";

    private static final List<String> ALLOWED =
            List.of(
                    "run threads",
                    "fill and drop the heap",
                    "use up the stack",
                    "load classes",
                    "read resources",
                    "compile a rule",
                    "decide a game",
                    "compile hot code");

    @TempDir Path folder;

    @Test
    void a_confined_process_computes_and_does_nothing_else() throws Exception {
        List<String> lines = trial("confined");
        Map<String, String> attempts = attempts(lines.subList(1, lines.size()));

        assertThat(attempts).containsKeys(ALLOWED.toArray(String[]::new));
        if (!lines.getFirst().equals(CONFINED)) {
            assertThat(lines.getFirst()).matches("Unconfined\\[why=.+]");
            return;
        }
        attempts.forEach(
                (name, result) -> {
                    if (ALLOWED.contains(name)) {
                        assertThat(result).as(name).isEqualTo("done");
                    } else {
                        assertThat(result)
                                .as(name)
                                .containsPattern("Operation not permitted|errno (1|38)$");
                    }
                });
        assertThat(folder.resolve("there")).exists();
    }

    @Test
    void a_free_process_can_do_all_that_is_tried() throws Exception {
        assertThat(attempts(trial("free")).values()).containsOnly("done");
    }

    private static Map<String, String> attempts(List<String> lines) {
        var attempts = new LinkedHashMap<String, String>();
        for (String line : lines) {
            String[] parts = line.split(": ", 2);
            attempts.put(parts[0], parts[1]);
        }
        return attempts;
    }

    private List<String> trial(String mode) throws IOException, URISyntaxException {
        Files.writeString(folder.resolve("there"), "text");
        Files.writeString(folder.resolve("spare"), "text");
        Path tests = PackedFolder.asJar(testClasses(), folder, "tests.jar");
        var command = new ArrayList<String>();
        command.add(JvmFlags.java());
        command.addAll(JvmFlags.of(160, folder));
        command.add("-classpath");
        command.add(ClassPath.ofEngine(folder) + File.pathSeparator + tests);
        command.addAll(List.of(ConfinedTrial.class.getName(), folder.toString(), mode));
        var process =
                new ProcessBuilder(command)
                        .redirectError(folder.resolve("errors").toFile())
                        .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue())
                .as(() -> out + read(folder.resolve("errors")))
                .isZero();
        return out.lines().toList();
    }

    private static Path testClasses() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ConfinementTest.class.getResource("/")).toURI());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
