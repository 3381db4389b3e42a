package nomic.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class SizePolicyTest {
    private static final String BOTH = "( Player( active ) or Turn( number > 1 ) )\n";

    private static List<String> said(String code) {
        var source = new SourceText(6, code);
        var early = source.check();
        var all =
                early.isEmpty()
                        ? LanguagePolicy.check(
                                6,
                                source,
                                Objects.requireNonNull(Parsing.of(source).tree()),
                                ImportedTypes.NONE)
                        : early;
        return all.stream().map(it -> it.code() + " " + it.message() + " " + it.hint()).toList();
    }

    private static String times(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining("\n"));
    }

    private static String rule(String conditions) {
        return "rule \"x\" when\n" + conditions + "\nthen end";
    }

    @Test
    void a_unit_has_at_most_100_rules_however_they_are_written() {
        IntFunction<String> rule = i -> "rule \"r" + i + "\" when then end ";

        assertThat(said(times(100, rule))).isEmpty();
        assertThat(said(times(101, rule)))
                .containsExactly(
                        "too-many-rules The code has 101 rules. Divide it into several rules of the"
                                + " game; 100 are allowed.");
        assertThat(said(times(101, rule).replace("\n", "")))
                .singleElement()
                .asString()
                .startsWith("too-many-rules The code has 101 rules.");
    }

    @Test
    void a_rule_matches_at_most_30_patterns_those_inside_of_others_too() {
        IntFunction<String> absent = _ -> "not Player( active )";

        assertThat(said(rule(times(30, absent)))).isEmpty();
        assertThat(said(rule(times(31, absent))))
                .containsExactly(
                        "too-many-patterns This has 31 patterns. Divide the rule into several; 30"
                                + " are allowed.");
    }

    @Test
    void a_rule_joins_at_most_15_patterns() {
        IntFunction<String> player = i -> "Player( seat == " + i + " )";

        assertThat(said(rule(times(15, player)))).isEmpty();
        assertThat(said(rule(times(16, player))))
                .singleElement()
                .asString()
                .startsWith("too-many-joined-patterns This has 16 joined patterns.")
                .contains("15 are allowed");
        assertThat(said(rule("not( " + times(16, player).replace("\n", " and ") + " )")))
                .singleElement()
                .asString()
                .startsWith("too-many-joined-patterns");
    }

    @Test
    void a_rule_has_at_most_64_combinations_of_alternatives() {
        assertThat(said(rule(BOTH.repeat(6)))).isEmpty();
        assertThat(said(rule(BOTH.repeat(7))))
                .containsExactly(
                        "too-many-alternatives This has 128 alternatives. Divide the rule into"
                                + " several; 64 are allowed.");
    }

    @Test
    void alternatives_inside_of_alternatives_add_up() {
        var three = "( Turn() or ( Player( active ) or Deadline() ) )\n";

        assertThat(said(rule(three.repeat(3)))).isEmpty();
        assertThat(said(rule(three.repeat(4))))
                .singleElement()
                .asString()
                .contains("81 alternatives");
    }

    @Test
    void the_branches_of_all_rules_are_counted_together() {
        IntFunction<String> branched =
                i -> "rule \"r" + i + "\" when\n" + BOTH.repeat(6) + "then end";

        assertThat(said(times(1, branched))).isEmpty();
        assertThat(said(times(2, branched)))
                .singleElement()
                .asString()
                .startsWith("too-many-patterns The code has 1536 patterns.");
    }

    @Test
    void a_pattern_has_at_most_30_conditions_and_all_of_them_1000() {
        IntFunction<String> pattern =
                count -> "Turn( " + times(count, i -> "number != " + i).replace("\n", ", ") + " )";
        IntFunction<String> full =
                i -> "rule \"r" + i + "\" when " + pattern.apply(30) + " then end";

        assertThat(said(rule(pattern.apply(30)))).isEmpty();
        assertThat(said(rule(pattern.apply(31))))
                .singleElement()
                .asString()
                .startsWith("too-many-conditions This has 31 conditions.");
        assertThat(said(times(34, full)))
                .singleElement()
                .asString()
                .startsWith("too-many-conditions The code has 1020 conditions.");
    }

    @Test
    void types_fields_constants_and_functions_are_counted() {
        assertThat(said(times(51, i -> "declare T" + i + " x : int end")))
                .singleElement()
                .asString()
                .startsWith("too-many-types The code has 51 types.");
        assertThat(said("declare T " + times(51, i -> "f" + i + " : int") + " end"))
                .singleElement()
                .asString()
                .startsWith("too-many-fields This has 51 fields.");
        assertThat(said("declare enum E " + times(201, i -> "C" + i).replace("\n", ", ") + "; end"))
                .singleElement()
                .asString()
                .startsWith("too-many-constants This has 201 constants.");
        assertThat(said(times(51, i -> "function int f" + i + "() { return 1; }")))
                .singleElement()
                .asString()
                .startsWith("too-many-functions The code has 51 functions.");
        assertThat(said(times(101, _ -> "import java.util.List;")))
                .singleElement()
                .asString()
                .startsWith("too-many-imports The code has 101 imports.");
    }

    @Test
    void a_rule_has_at_most_10_named_consequences() {
        var code =
                "rule \"x\" when Turn( number > 1 ) then\n"
                        + times(11, i -> "then[c" + i + "]")
                        + "\nend";

        assertThat(said(code))
                .singleElement()
                .asString()
                .startsWith("too-many-consequences This has 11 consequences.");
    }

    @Test
    void brackets_are_nested_at_most_12_deep_and_lambdas_6() {
        assertThat(said(rule("eval( " + "(".repeat(11) + "true" + ")".repeat(11) + " )")))
                .isEmpty();
        assertThat(said(rule("eval( " + "(".repeat(12) + "true" + ")".repeat(12) + " )")))
                .singleElement()
                .asString()
                .startsWith("nested-too-deep Brackets are nested more than 12 deep.");
        assertThat(said(consequence("o.map(a -> ".repeat(6) + "1" + ")".repeat(6)))).isEmpty();
        assertThat(said(consequence("o.map(a -> ".repeat(7) + "1" + ")".repeat(7))))
                .singleElement()
                .asString()
                .startsWith("nested-too-deep Lambdas are nested more than 6 deep.");
        assertThat(said(consequence("f = a -> b -> c -> d -> e -> g -> h -> 1")))
                .singleElement()
                .asString()
                .startsWith("nested-too-deep");
    }

    @Test
    void the_cases_of_a_switch_are_not_nested_lambdas() {
        var cases =
                times(20, i -> "case " + i + " -> { int x = 1; } case 1" + i + " -> int y = 2;");

        assertThat(said(consequence("switch (1) { " + cases + " }"))).isEmpty();
    }

    private static String consequence(String statement) {
        return "rule \"x\" when then\n" + statement + ";\nend";
    }

    @Test
    void a_text_inside_of_brackets_of_a_condition_cannot_be_code() {
        var deep = "(".repeat(13) + "1" + ")".repeat(13);

        assertThat(said(rule("Player( name == List.of(\"+ \" + " + "\"" + deep + "\") )")))
                .singleElement()
                .asString()
                .contains("looks like code");
        assertThat(said(rule("Player( name == List.of(\"+ new X() { } +\") )")))
                .singleElement()
                .asString()
                .contains("looks like code");
        assertThat(said(rule("Player( name == \"{}\", name matches \"(a|b)\" )"))).isEmpty();
    }
}
