package nomic.rules;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.code.Built;
import nomic.code.Checker;
import nomic.code.Outline;
import nomic.game.Attachments;
import nomic.law.Kind;
import nomic.reading.Draft;
import nomic.reading.Flag;
import nomic.reading.Flags;
import nomic.reading.Reading;
import nomic.ruleset.RuleFile;
import nomic.ruleset.Rulesets;
import nomic.sentence.SentenceCompiler;
import nomic.sentence.Sentences;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every rule of every ruleset and every amendment of the examples has a reading. */
final class ReadingsTest {
    private static final Path AMENDMENTS = Path.of("../examples/amendments");
    private static final Path FOLDER = Path.of("src/test/resources/readings");
    private static final List<String> GOLDEN =
            List.of(
                    "suber-103",
                    "suber-109",
                    "suber-201",
                    "suber-202",
                    "suber-203",
                    "suber-204",
                    "suber-208",
                    "suber-211",
                    "suber-206",
                    "tribune",
                    "wealth-tax",
                    "suber-online-215",
                    "blank-1",
                    "king",
                    "market",
                    "three-laws-win");
    private static final Checker CHECKER = new Checker();

    /** The code of all rules, by a name for each. */
    private static Map<String, String> codes() throws IOException {
        var codes = new TreeMap<String, String>();
        for (var ruleset : Rulesets.onClassPath().all()) {
            ruleset.rules()
                    .forEach(rule -> codes.put(ruleset.name() + "-" + rule.number(), rule.code()));
        }
        amendments().forEach((name, file) -> codes.put(name, code(file)));
        codes.values().removeIf(code -> code.isBlank() || importsFromRules(code));
        return codes;
    }

    /** What builds on another rule is read in a game that has it. */
    private static boolean importsFromRules(String code) {
        return code.contains("import nomic.rule.");
    }

    private static Map<String, RuleFile> amendments() throws IOException {
        var amendments = new TreeMap<String, RuleFile>();
        try (Stream<Path> files = Files.list(AMENDMENTS)) {
            for (Path file : files.filter(ReadingsTest::isRule).toList()) {
                Path dsl = Path.of(RuleFile.dslBeside(file.toString()));
                amendments.put(
                        String.valueOf(file.getFileName()).replaceAll("\\.\\w+$", ""),
                        RuleFile.read(
                                file.toString(),
                                Files.readString(file),
                                Files.exists(dsl) ? Files.readString(dsl) : "",
                                ""));
            }
        }
        return amendments;
    }

    private static boolean isRule(Path file) {
        return file.toString().endsWith(".drl") || file.toString().endsWith(".dslr");
    }

    /** The code of a file, or what its sentences expand to. */
    private static String code(RuleFile file) {
        String sentences = file.attachments().sentences();
        return sentences.isEmpty()
                ? file.code()
                : new SentenceCompiler(CHECKER)
                        .check(Sentences.standard(), sentences, file.attachments().dsl())
                        .code();
    }

    private static Stream<RuleFile> files() throws IOException {
        return amendments().values().stream();
    }

    private static Reading read(String code) {
        return switch (CHECKER.compile(0, code)) {
            case Built.Classes classes -> Reading.of(classes.outline());
            case Built.Refused refused -> throw new AssertionError(refused.diagnostics());
        };
    }

    private static Stream<Map.Entry<String, String>> named() throws IOException {
        return codes().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("named")
    void every_rule_is_told_in_words_and_not_in_code(Map.Entry<String, String> rule) {
        Reading reading = read(rule.getValue());

        assertThat(reading.laws()).isNotEmpty();
        assertThat(reading.laws())
                .allSatisfy(
                        law ->
                                assertThat(law.text().replaceAll("“[^”]*”", "“”"))
                                        .matches("(When|At once).*[.…]")
                                        .doesNotContain(
                                                "$", "law.", "something.", "==", "  ", "null"));
    }

    @Test
    void a_dozen_rules_are_read_as_written_down() throws IOException {
        Map<String, String> codes = codes();
        for (String name : GOLDEN) {
            Path file = FOLDER.resolve(name + ".txt");
            String text = read(codes.getOrDefault(name, "")).text();
            if (Boolean.getBoolean("nomic.pages.write")) {
                Files.writeString(file, text);
            }
            assertThat(text).describedAs(name).isEqualTo(Files.readString(file));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void honest_rules_have_no_flag_that_calls_them_sly(RuleFile file) {
        String code = code(file);
        var draft = Draft.of(file.header().getOrDefault("title", ""), file.prose(), code);

        assertThat(flags(draft))
                .extracting(Flag::name)
                .doesNotContain(
                        Flag.Name.TITLE_DIFFERS,
                        Flag.Name.LOOK_ALIKE,
                        Flag.Name.HIDDEN_CHARACTERS,
                        Flag.Name.UNREAD_CODE);
    }

    private static List<Flag> flags(Draft draft) {
        return CHECKER.compile(0, draft.code()) instanceof Built.Classes classes
                ? Flags.of(draft.calling(classes.calls()), classes.outline())
                : Flags.of(draft, Outline.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {105, 109, 111, 203})
    void to_repeal_a_rule_on_votes_changes_voting(int number) throws IOException {
        String code = codes().getOrDefault("suber-" + number, "");
        Built.Classes classes = (Built.Classes) CHECKER.compile(0, code);
        var target = new Draft.Target(number, number, code, classes.calls(), classes.outline());
        var draft =
                new Draft(
                        Kind.REPEAL,
                        "Tidy up",
                        "",
                        "",
                        Attachments.NONE,
                        target,
                        new TreeSet<>(),
                        new TreeSet<>());

        assertThat(Flags.of(draft, Outline.NONE))
                .extracting(Flag::name)
                .contains(Flag.Name.CHANGES_VOTING);
    }

    @Test
    void no_code_is_said_to_do_nothing() {
        assertThat(Reading.of(Outline.NONE).text()).contains("only people");
    }
}
