package nomic.code;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.law.Ballot;
import nomic.law.Choice;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The files say in their first line what must become of them. */
class CorpusTest {
    private static final Checker CHECKER = new Checker();

    /** Honest rules with constructs that the language leaves out, and what the answer must name. */
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "06-insertlogical-tms.drl",
                    "07-timers.drl",
                    "08-agenda-control.drl",
                    "09-declared-types-events.drl");

    private static final String HONEST =
            """
            rule "opposition pays"
            when
                $b : Ballot( choice == Choice.AGAINST, $v : voter )
            then
                law.award($v, 10);
            end
            """;

    private static final Ballot AGAINST = new Ballot(301, "ann", Choice.AGAINST);

    static List<Path> attacks() throws IOException, URISyntaxException {
        return files("attacks/public");
    }

    static List<Path> honest() throws IOException, URISyntaxException {
        return files("attacks/benign");
    }

    private static List<Path> files(String folder) throws IOException, URISyntaxException {
        var url = Objects.requireNonNull(CorpusTest.class.getResource(folder));
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.sorted().toList();
        }
    }

    @AfterEach
    void no_attack_has_run() {
        assertThat(System.getProperty("pwn")).isNull();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void an_attack_is_refused_or_stopped(Path file) throws IOException {
        var code = Files.readString(file);
        var mustReject =
                code.startsWith("// MUST: reject -") || code.startsWith("// MUST: reject —");
        var check = CHECKER.check(7, withoutPackage(code));

        switch (check) {
            case Check.Refused refused ->
                    assertThat(refused.diagnostics())
                            .isNotEmpty()
                            .allSatisfy(it -> assertThat(it.message()).isNotBlank())
                            .anySatisfy(it -> assertThat(it.line()).isPositive());
            case Check.Accepted _ -> {
                assertThat(mustReject).as("must be refused").isFalse();
                assertThat(TestRun.of(check).stopped()).as("stopped").isTrue();
            }
        }
        var honest = TestRun.of(CHECKER.check(8, HONEST), AGAINST);
        assertThat(honest.lawCalls()).containsExactly("award[ann, 10]");
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
            var outcome = TestRun.of(check);
            assertThat(outcome.failures()).isEmpty();
            assertThat(outcome.stopped()).isFalse();
        }
    }

    private static String withoutPackage(String code) {
        return code.replaceFirst("package unit[^;]*;", "");
    }
}
