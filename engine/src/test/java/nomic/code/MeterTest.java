package nomic.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nomic.code.LimitExceeded.Budget;
import nomic.law.Ballot;
import nomic.law.Choice;
import nomic.law.Player;
import nomic.law.Standing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class MeterTest {
    private static final Checker CHECKER = new Checker();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FUEL | while (true) { }",
                "FUEL | for (;;) { try { while (true) { } } catch (Exception e) { } }",
                "FUEL | while (true) { try { while (true) { } } finally { continue; } }",
                "FUEL | java.util.stream.Stream.iterate(1, x -> x).count(); while (true) { }",
                "FUEL | java.util.stream.IntStream.range(0, 2000000000).sum();",
                "FUEL | java.util.stream.Stream.iterate(1, Integer::valueOf).forEach(x -> { });",
                "BYTES | String s = \"x\"; while (true) { s = s + s; }",
                "BYTES | int[][] a = new int[65536][65536];",
                "BYTES | Object[] a = new Object[1 << 30];",
                "BYTES | java.util.List<Object> l = new java.util.ArrayList<>(1 << 30);",
                "BYTES | \"ab\".repeat(1 << 30);",
                "BYTES | StringBuilder b = new StringBuilder(\"x\"); while (true) { b.append(b); }",
                "BYTES | java.util.List<Object> l = new java.util.ArrayList<>(); for (;;)"
                        + " l.add(1);",
                "BYTES | java.util.regex.Matcher m = java.util.regex.Pattern.compile(\"a+\")"
                        + ".matcher(\"a\".repeat(20000)); m.matches();"
                        + " java.util.List<Object> l = new java.util.ArrayList<>();"
                        + " for (;;) l.add(m.group());",
                "BYTES | String.join(\",\", java.util.Arrays.asList(new String[20000000]));"
            })
    void a_budget_ends_what_would_not_end(String budget, String actions) {
        var outcome = TestRun.of(CHECKER.check(6, rule(actions)));

        assertThat(outcome.rootFailure())
                .isInstanceOfSatisfying(
                        LimitExceeded.class,
                        limit -> {
                            assertThat(limit.budget()).isEqualTo(Budget.valueOf(budget));
                            assertThat(limit.ruleId()).isEqualTo(6);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.List<Object> l = new java.util.ArrayList<>(); l.add(l); l.toString();",
                "java.util.List<Object> l = new java.util.ArrayList<>(); l.add(l); l.equals(l);",
                "Object o = 1; for (int i = 0; i < 60; i++) { o = java.util.List.of(o, o); }"
                        + " o.equals(java.util.List.of(o));",
                "new java.math.BigDecimal(\"1E1000000000\").add(java.math.BigDecimal.ONE);",
                "String.format(\"%1000000000d\", 1);",
                "java.util.stream.Stream<Integer> s = java.util.stream.Stream.of(1); for (int i ="
                        + " 0; i < 100000; i++) { s = java.util.stream.Stream.concat(s,"
                        + " java.util.stream.Stream.of(1)); }",
                "java.util.stream.IntStream s = java.util.stream.IntStream.empty();"
                        + " for (int i = 0; i < 100000; i++) { s = s.limit(1); }",
                "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\".matches(\"(a+)+b\\\\1\");"
            })
    void a_costly_call_of_the_library_ends(String actions) {
        assertThat(TestRun.of(CHECKER.check(6, rule(actions))).stopped()).isTrue();
    }

    @Test
    void recursion_ends_at_the_same_depth_each_time() {
        var code = "function int down(int n) { return 1 + down(n + 1); }\n" + rule("down(0);");

        var first = TestRun.meter();
        var second = TestRun.meter();
        var outcome = TestRun.of(first, List.of(TestRun.accepted(CHECKER.check(6, code))));
        TestRun.of(second, List.of(TestRun.accepted(CHECKER.check(6, code))));

        assertThat(outcome.rootFailure())
                .isInstanceOfSatisfying(
                        LimitExceeded.class,
                        limit -> assertThat(limit.budget()).isEqualTo(Budget.DEPTH));
        assertThat(first.uses()).isEqualTo(second.uses());
    }

    @Test
    void the_largest_user_is_named() {
        var busy = TestRun.accepted(CHECKER.check(7, rule("for (int i = 0; i < 999999; i++) { }")));
        var endless = TestRun.accepted(CHECKER.check(8, rule("while (true) { }")));
        var meter = TestRun.meter();

        var outcome = TestRun.of(meter, List.of(busy, endless));

        assertThat(outcome.rootFailure())
                .isInstanceOfSatisfying(
                        LimitExceeded.class, limit -> assertThat(limit.ruleId()).isEqualTo(8));
    }

    @Test
    void rules_with_the_same_condition_pay_each_for_its_own() {
        var code =
                """
                rule "same"
                when
                    Player( name.length() > 2 )
                then
                end
                """;
        var meter = TestRun.meter();

        TestRun.of(
                meter,
                List.of(
                        TestRun.accepted(CHECKER.check(7, code)),
                        TestRun.accepted(CHECKER.check(8, code))),
                new Player("alice", 1, Standing.ACTIVE));

        assertThat(meter.use()).containsKeys(7, 8);
        assertThat(meter.use().get(7)).isEqualTo(meter.use().get(8)).isPositive();
    }

    @Test
    void a_join_without_rule_code_is_metered() {
        var code =
                """
                rule "join" when
                    Ballot() Ballot() Ballot() Ballot() Ballot() not Ballot( proposal >= 0 )
                then end
                """;
        var ballots = new Object[200];
        for (int i = 0; i < ballots.length; i++) {
            ballots[i] = new Ballot(i, "ann", Choice.FOR);
        }

        var outcome =
                TestRun.of(
                        TestRun.meter(),
                        List.of(TestRun.accepted(CHECKER.check(9, code))),
                        ballots);

        assertThat(outcome.rootFailure())
                .isInstanceOfSatisfying(
                        LimitExceeded.class, limit -> assertThat(limit.ruleId()).isEqualTo(9));
    }

    @Test
    void rule_code_without_a_meter_does_not_run() {
        assertThatThrownBy(() -> Fuel.tick(1))
                .isInstanceOfSatisfying(
                        LimitExceeded.class,
                        limit -> assertThat(limit.budget()).isEqualTo(Budget.UNBOUND));
        assertThatThrownBy(() -> MeteredThread.under(TestRun.meter(), () -> 1))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sets_and_maps_keep_the_order_of_their_elements() {
        var code =
                rule(
                        """
                        String text = "" + new java.util.HashSet<>(java.util.List.of("z", "b", "y"))
                            + java.util.Set.of("q", "a") + java.util.Map.of("k", 1, "c", 2)
                            + java.util.stream.Stream.of("n", "d")
                                .collect(java.util.stream.Collectors.toSet());
                        law.announce(text);
                        """);

        assertThat(TestRun.of(CHECKER.check(6, code)).lawCalls())
                .hasSize(1)
                .allMatch(it -> it.contains("[z, b, y][q, a]{k=1, c=2}[n, d]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.Comparator<Integer> c = java.util.Comparator.naturalOrder();"
                        + " for (int i = 0; i < 60; i++) { c = c.thenComparing(c); }"
                        + " int n = c.compare(1, 1);",
                "java.util.Comparator<Integer> c = java.util.Comparator.nullsFirst(null);"
                        + " for (int i = 0; i < 60; i++) { c = c.thenComparing(c); }"
                        + " int n = c.compare(1, 1);",
                "java.util.function.Function<Object, Object> f ="
                        + " java.util.function.Function.identity();"
                        + " for (int i = 0; i < 60; i++) { f = f.andThen(f); } f.apply(1);",
                "java.util.function.IntUnaryOperator f ="
                        + " java.util.function.IntUnaryOperator.identity();"
                        + " for (int i = 0; i < 60; i++) { f = f.compose(f); } f.applyAsInt(1);",
                "java.util.function.Predicate<Object> p ="
                        + " java.util.function.Predicate.isEqual(1);"
                        + " for (int i = 0; i < 60; i++) { p = p.and(p); } p.test(1);",
                "java.util.stream.Stream.iterate(1, java.util.function.UnaryOperator.identity())"
                        + ".anyMatch(java.util.function.Predicate.isEqual(2));",
                "java.util.stream.Collector<Integer, ?, Long> c ="
                        + " java.util.stream.Collectors.counting();"
                        + " for (int i = 0; i < 60; i++) {"
                        + " c = java.util.stream.Collectors.teeing(c, c, (a, b) -> a); }"
                        + " java.util.List.of(1, 2).stream().collect(c);",
                "java.util.List<Integer> l = new java.util.LinkedList<>();"
                        + " for (int i = 0; i < 200000; i++) { l.add(i); }"
                        + " for (int i = 0; i < 500000; i++) { int n = l.get(100000); }",
                "java.util.List<Integer> l = new java.util.LinkedList<>();"
                        + " for (int i = 0; i < 200000; i++) { l.add(i); }"
                        + " for (int i = 0; i < 500000; i++) {"
                        + " java.util.Collections.swap(l, 100000, 100001); }",
                "java.util.List<Integer> l = new java.util.ArrayList<>();"
                        + " for (int i = 0; i < 5000000; i++) { l.add(0, i); }",
                "java.util.ListIterator<Integer> l ="
                        + " new java.util.ArrayList<Integer>().listIterator();"
                        + " for (int i = 0; i < 5000000; i++) { l.add(i); l.previous(); }",
                "record K(String s) { } K a = new K(\"x\".repeat(4000000));"
                        + " K b = new K(\"x\".repeat(4000000));"
                        + " for (int i = 0; i < 1000000; i++) { boolean e = a.equals(b); }",
                "record K(Object o) { } java.util.List<Object> l = new java.util.ArrayList<>();"
                        + " for (int i = 0; i < 100000; i++) { l.add(i); }"
                        + " K k = new K(l); java.util.Map<K, K> m = new java.util.HashMap<>();"
                        + " for (int i = 0; i < 1000000; i++) { m.put(k, k); }",
                "java.util.LinkedHashSet<Object> s = new java.util.LinkedHashSet<>();"
                        + " for (int i = 0; i < 1000000; i++) {"
                        + " s.addLast(java.util.Map.entry(i, i)); }",
                "java.util.Map<Object, Object> m = new java.util.HashMap<>();"
                        + " java.time.LocalDate d = java.time.LocalDate.EPOCH;"
                        + " for (long i = 0; i < 10000; i++) { m.put(d.atTime("
                        + " java.time.LocalTime.ofNanoOfDay((i << 32) | i)), i); }"
                        + " Object last = d.atTime("
                        + " java.time.LocalTime.ofNanoOfDay((19999L << 32) | 19999L));"
                        + " for (int i = 0; i < 1000000; i++) { m.get(last); }",
                "java.util.Map<Object, Object> m = new java.util.HashMap<>();"
                        + " for (long i = 1; i < 50000; i++) { m.put((i << 32) | i, i); }"
                        + " for (int i = 0; i < 1000000; i++) { m.get(\"\"); }",
                "java.util.TreeMap<java.math.BigDecimal, Integer> m = new java.util.TreeMap<>();"
                        + " for (int i = 900; i < 1900; i++) {"
                        + " m.put(new java.math.BigDecimal(\"1.\" + \"1\".repeat(i)), i); }",
                "java.util.List<java.math.BigDecimal> l = new java.util.ArrayList<>();"
                        + " for (int i = 0; i < 100; i++) { l.add("
                        + " new java.math.BigDecimal(\"1.\" + \"1\".repeat(900 + 10 * i))); }"
                        + " for (int i = 0; i < 10000; i++) {"
                        + " Object o = java.util.Collections.max(l); }",
                "java.util.PriorityQueue<Integer> q = new java.util.PriorityQueue<>();"
                        + " for (int i = 0; i < 200000; i++) { q.add(i); }"
                        + " java.util.Iterator<Integer> it = q.iterator();"
                        + " while (it.hasNext()) { it.next(); it.remove(); }",
                "String s = \"0\".repeat(4000000);"
                        + " for (int i = 0; i < 1000000; i++) { int n = Integer.parseInt(s); }",
                "String a = \"x\".repeat(4000000); String b = \"x\".repeat(4000000);"
                        + " java.util.Comparator<String> c = java.util.Comparator.naturalOrder();"
                        + " for (int i = 0; i < 1000000; i++) { int n = c.compare(a, b); }"
            })
    void the_library_does_not_run_for_ever_on_its_own(String actions) {
        assertThat(TestRun.of(CHECKER.check(6, rule(actions))).rootFailure())
                .isInstanceOf(LimitExceeded.class);
    }

    @Test
    void composed_functions_do_what_they_are_composed_for() {
        var code =
                rule(
                        """
                        java.util.List<String> l = new java.util.LinkedList<>(
                            java.util.List.of("bb", "a", "cc", "a"));
                        l.add(0, "ddd");
                        l.sort(java.util.Comparator.comparing(String::length).reversed()
                            .thenComparing(java.util.Comparator.naturalOrder()));
                        law.announce("" + l
                            + l.stream().distinct().sorted().map(
                                java.util.function.Function.<String>identity()
                                    .andThen(s -> s + "!"))
                                .collect(java.util.stream.Collectors.toList())
                            + l.stream().collect(java.util.stream.Collectors.teeing(
                                java.util.stream.Collectors.counting(),
                                java.util.stream.Collectors.groupingBy(
                                    java.util.function.Function.identity(),
                                    java.util.stream.Collectors.counting()),
                                (n, m) -> n + "" + m)));
                        """);

        assertThat(TestRun.of(CHECKER.check(6, code)).lawCalls())
                .hasSize(1)
                .allMatch(
                        it ->
                                it.contains(
                                        "[ddd, bb, cc, a, a][a!, bb!, cc!, ddd!]"
                                                + "5{ddd=1, bb=1, cc=1, a=2}"));
    }

    private static String rule(String actions) {
        return "rule \"r\" when then\n" + actions + "\nend\n";
    }
}
