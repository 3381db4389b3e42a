package nomic.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Odd texts before the policies alone, without a build: each file of rule code, cut and damaged.
 */
class GateTest {
    private static final int STEP = 50;

    static List<Path> files() {
        return Specimens.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_that_is_cut_off_anywhere_is_answered(Path file) {
        var code = Specimens.code(file);
        for (int end = 0; end < code.length(); end += STEP) {
            assertAnswered(code.substring(0, end));
            assertAnswered(code.substring(end));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_damaged_file_is_answered(Path file) {
        var code = Specimens.code(file);
        for (int seed = 0; seed < 5; seed++) {
            assertAnswered(Damage.to(code, code, new SplittableRandom(seed)));
        }
    }

    private static void assertAnswered(String code) {
        var source = new SourceText(6, code);
        var said = new ArrayList<>(source.check());
        if (said.isEmpty()) {
            var parsing = Parsing.of(source);
            said.addAll(parsing.diagnostics());
            var tree = parsing.tree();
            if (said.isEmpty() && tree != null) {
                said.addAll(LanguagePolicy.check(6, source, tree, ImportedTypes.NONE));
            } else {
                assertThat(said).as(code).isNotEmpty();
            }
        }
        assertThat(said)
                .as(code)
                .allSatisfy(it -> assertThat(FuzzOracle.faults(it, code)).isEmpty());
    }
}
