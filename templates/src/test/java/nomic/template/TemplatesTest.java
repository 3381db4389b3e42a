package nomic.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nomic.code.Check;
import nomic.code.Checker;
import nomic.ruleset.Rulesets;
import nomic.script.ScriptedGame;
import nomic.session.Interpreter;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

final class TemplatesTest {
    private static final Templates TEMPLATES = Templates.onClassPath();
    private static final Interpreter INTERPRETER = Interpreter.standard();
    private static final Checker CHECKER = new Checker();
    private static final Rulesets RULESETS = Rulesets.onClassPath();

    @TempDir Path folder;

    @AfterAll
    static void close() {
        INTERPRETER.close();
    }

    static List<Template> templates() {
        return TEMPLATES.all();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void what_a_template_gives_is_played_as_written(Template template) throws IOException {
        Filling.Text text = filled(template, examples(template));
        Files.writeString(
                folder.resolve("rule.drl"),
                "/*\ntitle: %s\nkind: enact\n\n%s\n*/\n%s"
                        .formatted(text.title(), text.prose(), text.code()));
        Path script = folder.resolve("game.yaml");
        try (InputStream game =
                TemplatesTest.class.getResourceAsStream("games/" + template.name() + ".yaml")) {
            Files.copy(Objects.requireNonNull(game, template.name()), script);
        }

        assertThat(ScriptedGame.read(script).play(INTERPRETER, RULESETS).report()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void what_a_template_gives_passes_the_check(Template template) {
        var check = CHECKER.check(0, filled(template, examples(template)).code());

        assertThat(check.diagnostics()).isEmpty();
        assertThat(check).isInstanceOf(Check.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a\"b",
                "a'b",
                "a\\b",
                "a\nb",
                "a\r",
                "a\u0000b",
                "a\u200bb",
                "\u0430nn",
                "@{1+1}",
                "${x}",
                "{amount}",
                "a; law.award(1)",
                "x\" ) then System.exit(1); end rule \"y",
                "end\ntemplate",
                "*/",
                "//",
                "+5",
                "\u0665",
            })
    void a_value_that_could_be_code_is_refused_by_every_parameter(String value) {
        for (Template template : TEMPLATES.all()) {
            for (Parameter parameter : template.parameters()) {
                var values = new HashMap<>(examples(template));
                values.put(parameter.name(), value);

                assertThat(TEMPLATES.fill(template, values))
                        .as("%s of %s", parameter.name(), template.name())
                        .isInstanceOfSatisfying(
                                Filling.Refused.class,
                                refused -> {
                                    Refusal first = refused.refusals().getFirst();
                                    assertThat(first.message())
                                            .contains("`" + parameter.name() + "`");
                                    assertThat(first.message())
                                            .doesNotContain("\n", "\u200b", "\u0430");
                                    assertThat(first.hint()).startsWith("Write ");
                                });
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x10", "1e3", "1.5", "0", "1001", "-1", "99999999999999999999"})
    void what_is_no_number_in_the_range_is_refused(String value) {
        assertThat(refused("dissent-bonus", Map.of("amount", value, "asset", "points"))).hasSize(1);
    }

    @Test
    void a_number_out_of_range_is_refused_with_the_range() {
        var refused = refused("dissent-bonus", Map.of("amount", "1001", "asset", "points"));

        assertThat(refused)
                .containsExactly(
                        new Refusal(
                                "amount",
                                "1001",
                                "The value `1001` of `amount` is not allowed.",
                                "Write a whole number from 1 to 1000."));
    }

    @Test
    void what_is_missing_and_what_is_unknown_is_named() {
        var refused = refused("dissent-bonus", Map.of("amount", "5", "currency", "points"));

        assertThat(refused.stream().map(Refusal::message))
                .containsExactly(
                        "There is no parameter `currency`.", "There is no value for `asset`.");
    }

    @Test
    void a_cell_of_a_table_is_refused_with_its_line_and_column() {
        var refused =
                refused(
                        "price-list",
                        Map.of("asset", "points", "wares", "ware,price\nbread,2\ncake,much\ntea"));

        assertThat(refused.stream().map(Refusal::message))
                .containsExactly(
                        "The value `much` of `price` in line 2 of `wares` is not allowed.",
                        "The value `tea` of line 3 of `wares` has 1 values, not 2.");
    }

    @Test
    void a_table_is_filled_in_row_by_row() {
        String code =
                filled(
                                Objects.requireNonNull(TEMPLATES.find("score-table")),
                                Map.of("scores", "kind,points\namend,3\nenact,-1"))
                        .code();

        assertThat(code)
                .containsSubsequence("Kind.AMEND", "($author, 3)", "Kind.ENACT", "($author, -1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.mvel2.MVEL",
                "org.drools.mvel.builder.MVELDialect",
                "org.drools.template.ObjectDataCompiler"
            })
    void the_expression_interpreter_is_apart_from_what_builds_rules(String name) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void nothing_of_drools_is_shared_with_the_templates() throws ClassNotFoundException {
        var apart = new ApartLoader();

        for (String name : List.of("org.mvel2.MVEL", "org.drools.base.base.ObjectType")) {
            assertThat(apart.loadClass(name).getClassLoader()).isSameAs(apart);
        }
    }

    private static Map<String, String> examples(Template template) {
        var values = new LinkedHashMap<String, String>();
        template.parameters().forEach(it -> values.put(it.name(), it.example()));
        return values;
    }

    private static Filling.Text filled(Template template, Map<String, String> values) {
        return (Filling.Text) TEMPLATES.fill(Objects.requireNonNull(template), values);
    }

    private static List<Refusal> refused(String name, Map<String, String> values) {
        Template template = Objects.requireNonNull(TEMPLATES.find(name));
        return ((Filling.Refused) TEMPLATES.fill(template, values)).refusals();
    }
}
