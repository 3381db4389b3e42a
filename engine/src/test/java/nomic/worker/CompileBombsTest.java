package nomic.worker;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.code.Built;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Code that is meant to explode in the compiler, which only a child process can end. */
class CompileBombsTest {
    private static final Path FILES =
            Path.of("src/test/resources/nomic/code/attacks/compile-bombs");

    @TempDir static Path folder;
    private static Workforce workforce;

    @BeforeAll
    static void start() {
        var patience = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(60));
        workforce = new Workforce(folder, 1, 192, List.of(), Patience.TO_DECIDE, patience);
    }

    @AfterAll
    static void stop() {
        workforce.close();
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_bomb_is_answered_and_the_next_rule_is_compiled(Path file) throws IOException {
        String code = Files.readString(file).replaceFirst("package unit[^;]*;", "");

        Built answer = workforce.compile(0, code);

        if (answer instanceof Built.Refused refused) {
            assertThat(refused.diagnostics()).isNotEmpty();
            assertThat(refused.diagnostics().getFirst().message()).isNotBlank();
        }
        String honest =
                "rule \"after %s\" when TurnEnded( $p : player ) then law.award($p, 1); end"
                        .formatted(String.valueOf(file.getFileName()).replace(".drl", ""));
        assertThat(workforce.compile(0, honest)).isInstanceOf(Built.Classes.class);
    }
}
