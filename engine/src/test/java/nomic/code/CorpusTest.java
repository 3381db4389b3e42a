package nomic.code;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.law.Player;
import nomic.law.Standing;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Honest rules as files: they are accepted, and do the same wherever they run. */
class CorpusTest {
    private static final Checker CHECKER = new Checker();

    /** Honest rules with constructs that the language leaves out, and what the answer must name. */
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "06-insertlogical-tms.drl",
                    "07-timers.drl",
                    "08-agenda-control.drl",
                    "09-declared-types-events.drl");

    static List<Path> honest() throws IOException, URISyntaxException {
        var files = new ArrayList<Path>();
        files.addAll(files("attacks/benign"));
        files.addAll(files("attacks/benign-own"));
        return files;
    }

    private static final Player ANN = new Player("ann", 1, Standing.ACTIVE);

    private static List<Path> files(String folder) throws IOException, URISyntaxException {
        var url = Objects.requireNonNull(CorpusTest.class.getResource(folder));
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("honest")
    void an_honest_rule_runs_or_is_told_what_to_write(Path file) throws IOException {
        var check = CHECKER.check(9, withoutPackage(Files.readString(file)));

        if (LEFT_OUT.contains(String.valueOf(file.getFileName()))) {
            assertThat(check).isInstanceOf(Check.Refused.class);
            assertThat(check.diagnostics())
                    .filteredOn(Diagnostic::isError)
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it.code()).isEqualTo("construct-refused"))
                    .allSatisfy(it -> assertThat(it.line()).isPositive())
                    .allSatisfy(it -> assertThat(it.hint()).isNotBlank());
        } else {
            var outcome = TestRun.of(check, ANN);
            assertThat(outcome.failures()).isEmpty();
            assertThat(outcome.stopped()).isFalse();
        }
    }

    /** In another class loader, all that goes by identity comes out differently. */
    @ParameterizedTest
    @MethodSource("honest")
    void a_rule_does_the_same_each_time(Path file) throws IOException {
        var code = withoutPackage(Files.readString(file));
        var once = CHECKER.check(9, code);
        var again = new Checker().check(9, code);
        if (once instanceof Check.Refused) {
            assertThat(again.diagnostics()).isEqualTo(once.diagnostics());
            return;
        }
        var meter = TestRun.meter();
        var other = TestRun.meter();

        var first = TestRun.of(meter, List.of(TestRun.accepted(once)), ANN);
        var second = TestRun.of(other, List.of(TestRun.accepted(again)), ANN);

        assertThat(second.lawCalls()).isEqualTo(first.lawCalls());
        assertThat(other.uses()).isEqualTo(meter.uses());
    }

    private static String withoutPackage(String code) {
        return code.replaceFirst("package unit[^;]*;", "");
    }
}
