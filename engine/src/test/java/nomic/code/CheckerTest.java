package nomic.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nomic.law.Ballot;
import nomic.law.Choice;
import nomic.law.Holding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

class CheckerTest {
    private static final Checker CHECKER = new Checker();

    private static final String PAYS =
            """
            declare enum Mood GOOD( 1 ), BAD( -1 ); weight : int end
            declare Note text : String @key  at : java.time.Instant  mood : Mood end
            rule "opposition pays"
            when
                Ballot( choice == Choice.AGAINST, $v : voter )
            then
                law.award($v, 10);
                insert(new Note("paid " + $v, null, Mood.GOOD));
            end
            query notes( String $t ) Note( text == $t ) end
            """;

    @Test
    void an_accepted_rule_tells_its_rules_and_types() {
        var rule = TestRun.accepted(CHECKER.check(301, PAYS));

        assertThat(rule.ruleId()).isEqualTo(301);
        assertThat(rule.packageName()).isEqualTo("nomic.rule.r301");
        assertThat(rule.hash()).isEqualTo(SourceText.hash(PAYS)).hasSize(64);
        assertThat(rule.ruleNames()).containsExactly("opposition pays");
        assertThat(rule.types())
                .containsExactly(
                        new DeclaredType(
                                "Note",
                                List.of(
                                        new DeclaredType.Field("text", "String"),
                                        new DeclaredType.Field("at", "java.time.Instant"),
                                        new DeclaredType.Field("mood", "Mood"))));
        assertThat(rule.type("Note").getClassLoader()).isSameAs(rule.loader());
        assertThatThrownBy(() -> rule.type("Nothing")).hasMessageContaining("no type Nothing");
    }

    @Test
    void an_accepted_rule_runs() {
        var outcome = TestRun.of(CHECKER.check(301, PAYS), new Ballot(1, "bob", Choice.AGAINST));

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.lawCalls()).containsExactly("award[bob, 10]");
        assertThat(outcome.facts()).hasSize(2);
    }

    @Test
    void the_same_code_gives_the_same_class_files() {
        var one = TestRun.accepted(new Checker().check(301, PAYS));
        var other = TestRun.accepted(new Checker().check(301, PAYS));

        assertThat(one).isNotSameAs(other);
        var files = ((RuleLoader) one.loader()).files();
        assertThat(files)
                .isNotEmpty()
                .containsOnlyKeys(((RuleLoader) other.loader()).files().keySet());
        ((RuleLoader) other.loader())
                .files()
                .forEach((name, file) -> assertThat(file).as(name).isEqualTo(files.get(name)));
    }

    @Test
    void the_same_question_is_answered_once() {
        assertThat(CHECKER.check(301, PAYS)).isSameAs(CHECKER.check(301, PAYS));
        assertThat(CHECKER.check(302, PAYS)).isNotSameAs(CHECKER.check(301, PAYS));
    }

    @Test
    void two_threads_may_ask_at_once() throws Exception {
        var checker = new Checker();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Check>> questions =
                    List.of(
                            () -> checker.check(1, PAYS),
                            () -> checker.check(2, PAYS),
                            () -> checker.check(3, "rule \"x\" when Nobody() then end"),
                            () -> checker.check(1, PAYS));
            var answers = threads.invokeAll(questions);
            assertThat(answers.get(0).get()).isInstanceOf(Check.Accepted.class);
            assertThat(answers.get(1).get()).isInstanceOf(Check.Accepted.class);
            assertThat(answers.get(2).get()).isInstanceOf(Check.Refused.class);
            assertThat(answers.get(3).get()).isSameAs(answers.get(0).get());
        }
    }

    @Test
    void an_empty_text_and_a_comment_are_codes_without_rules() {
        assertThat(TestRun.accepted(CHECKER.check(1, "")).ruleNames()).isEmpty();
        assertThat(TestRun.accepted(CHECKER.check(1, "// for people only\n")).ruleNames())
                .isEmpty();
    }

    @Test
    void the_own_package_may_be_named() {
        var code = "package nomic.rule.r5;\nrule \"x\" when Nobody() then end";

        var check = CHECKER.check(5, code);

        assertThat(check.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("unknown-type");
        assertThat(check.diagnostics().getFirst().line()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule \"x\" when eval( ((((((((((((((((((((((((((((1)))))))))))))))))))))))))))) >"
                        + " 0 ) then end",
                "rule \"x\" when then String s = \"\"\"\n  a\n  \"\"\"; record R(int a) {} end",
                "rule \"x\" when then record P(int a) {} P p = new P(1); int i = 0;"
                        + " while (i < 3) { if (p.a() > i) { i++; } else { i--; } } end",
                "rule \"x\" when then int a = \"a,b\".split(\",\")[0].trim().length(); end",
                "rule \"x\" when then Object o = null; o.by(); end",
                "rule \"x\" when then \\u0053ystem.exit(1); end",
                "rule \"x\" when then // \u202E hidden\n end",
                "declare String @role( event ) end",
                "declare ArrayList x : int end import java.util.*;",
                "import java.util.*; declare ArrayList x : int end",
                "declare T @serialVersionUID( System.exit(1) ) x : int end",
                "import accumulate java.util.Timer f rule \"x\" when then end",
                "rule 'a\" + System.exit(1) + \"' when then end",
                "rule \"x\" timer( expr: \" + 1 + \" ) when then end",
                "unit X; rule \"x\" when then end",
                "rule \"x\" dialect \"mvel\" when then end",
                "rule \"x\" when then synchronized (law) { } end",
                "rule \"x\" when then try { Integer.parseInt(\"1\"); } catch (Error e) { int j = 1;"
                        + " } end",
                "rule \"x\" when then channels[\"c\"].send(1); end",
                "rule \"x\" when String() then end",
                "rule \"x\" when Object() then end",
                "rule \"x\" when Player() from entry-point \"e\" then end",
                "rule \"x\" when Player() over window:length(3) then end",
                "declare T x : int = System.identityHashCode(1) end",
                "function int f() { return System.identityHashCode(\"x\"); }",
                "function String f() { return Class.class.getName(); }",
                "function Thread f() { return Thread.currentThread(); }",
                "rule \"x\" when then java.util.function.Supplier<Long> s = System::nanoTime; end",
                "rule \"x\" when then new Object() { protected void finalize() { } }; end",
                "rule \"x\" when then java.util.Map.of(1, 2).entrySet().parallelStream(); end",
                "rule \"x\" when then nomic.code.Fuel.leave(0); end",
                "rule \"x\" when then nomic.code.Facts.insert(null, \"a\", 9); end",
                "rule \"x\" when then Law other = law; end"
            })
    void what_is_no_part_of_the_language_is_refused_with_a_reason(String code) {
        var check = CHECKER.check(6, code);

        assertThat(check).as(code).isInstanceOf(Check.Refused.class);
        assertThat(check.diagnostics())
                .allSatisfy(it -> assertThat(it.code()).matches("[a-z]+(-[a-z]+)*"))
                .allSatisfy(it -> assertThat(it.message()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record K(@org.jspecify.annotations.Nullable String s) { }",
                "class C { @org.jspecify.annotations.Nullable String s; }",
                "class C { void m(java.util.List<@org.jspecify.annotations.Nullable String> s) {"
                        + " } }",
                "class C { @org.kie.api.definition.type.Key int n; }",
                "@org.kie.api.definition.type.PropertyReactive class C { }",
                "Object o = (@org.jspecify.annotations.Nullable String) (Object) \"x\";",
                "@org.jspecify.annotations.Nullable String s = \"x\"; law.announce(s);"
            })
    void an_annotation_that_is_not_listed_is_refused_wherever_it_stands(String code) {
        var check = CHECKER.check(7, "rule \"r\" when then\n" + code + "\nend");

        assertThat(check).isInstanceOf(Check.Refused.class);
        assertThat(check.diagnostics())
                .filteredOn(Diagnostic::isError)
                .extracting(Diagnostic::message)
                .anyMatch(message -> message.contains("annotation"));
    }

    @Test
    void a_long_text_and_deep_brackets_are_refused_before_anything_parses_them() {
        var brackets =
                "rule \"x\" when then int a = "
                        + "(".repeat(3000)
                        + "1"
                        + ")".repeat(3000)
                        + "; end";
        var sum = "rule \"x\" when then int a = 1" + " + 1".repeat(6000) + "; end";

        assertThat(CHECKER.check(6, brackets).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("nested-too-deep");
        assertThat(CHECKER.check(6, sum).diagnostics()).allMatch(it -> !it.message().isBlank());
        assertThat(CHECKER.check(6, "//" + "x".repeat(70_000)).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("too-long");
    }

    @Test
    void a_rule_cannot_touch_facts_of_the_game_through_a_variable_of_another_type() {
        var code =
                """
                rule "grab"
                when
                    $h : Holding()
                then
                    Object o = $h;
                    delete(o);
                end
                """;

        var outcome = TestRun.of(CHECKER.check(6, code), new Holding("ann", "points", 5));

        assertThat(outcome.rootFailure())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Holding");
    }

    @Test
    void a_declared_type_may_hide_a_fact_of_the_game_with_a_warning() {
        var check = CHECKER.check(6, "declare Player name : String end");

        assertThat(check).isInstanceOf(Check.Accepted.class);
        assertThat(check.diagnostics()).extracting(Diagnostic::code).containsExactly("hidden-fact");
    }
}
