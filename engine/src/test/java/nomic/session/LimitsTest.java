package nomic.session;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Event;
import nomic.game.Limit;
import nomic.game.Limits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Map;
import java.util.Objects;

class LimitsTest {
    /** A limit, what passes it and not the standard one, and what players are told. */
    private record Case(long amount, String passesIt, String told) {}

    private static final Map<Limit, Case> CASES =
            Map.ofEntries(
                    Map.entry(
                            Limit.FUEL,
                            on(
                                    200_000,
                                    "int i = 0; while (i < 500000) { i = i + 1; }",
                                    "it ran out of fuel")),
                    Map.entry(
                            Limit.BYTES,
                            on(
                                    4 << 20,
                                    "for (int i = 0; i < 100; i++) { int[] a = new int[20000]; }",
                                    "it ran out of memory")),
                    Map.entry(
                            Limit.DEPTH,
                            new Case(
                                    50,
                                    """
                                    function int down(int n) {
                                        return n == 0 ? 0 : down(n - 1);
                                    }
                                    """
                                            + ending("down(100);"),
                                    "its calls nest too deeply")),
                    Map.entry(
                            Limit.FACTS,
                            notes(10, 11, "short", "it inserts too many facts in one command")),
                    Map.entry(
                            Limit.KEPT,
                            notes(10, 11, "short", "the game keeps more than 10 facts of rules")),
                    Map.entry(
                            Limit.CONTENT,
                            notes(
                                    10_000,
                                    4,
                                    "x".repeat(3_000),
                                    "the game keeps more than 10000 characters in facts")),
                    Map.entry(
                            Limit.FIRINGS,
                            new Case(
                                    200,
                                    """
                                    declare Counter  n : int end
                                    rule "seed" when TurnEnded() then insert(new Counter(0)); end
                                    rule "again"
                                    when
                                        $c : Counter( n < 300, $n : n )
                                    then
                                        modify($c) { setN($n + 1) }
                                    end
                                    """,
                                    "it makes more than 200 firings in one command")),
                    Map.entry(
                            Limit.ROUNDS,
                            new Case(
                                    10,
                                    """
                                    rule "begins"
                                    when TurnEnded( $p : player ) then law.award($p, "steps", 1); end
                                    rule "goes on"
                                    when
                                        HoldingChanged( asset == "steps", to < 20, $p : owner )
                                    then
                                        law.award($p, "steps", 1);
                                    end
                                    """,
                                    "it keeps the game busy for more than 10 rounds")),
                    Map.entry(
                            Limit.ASKS,
                            on(
                                    200,
                                    "for (int i = 0; i < 201; i++) { law.roll(6); }",
                                    "it asks for more than 200 outcomes in one command")),
                    Map.entry(
                            Limit.EVENTS,
                            on(
                                    200,
                                    "for (int i = 0; i < 201; i++) { law.announce(\"ho\"); }",
                                    "it causes more than 200 events in one command")),
                    Map.entry(
                            Limit.TEXT,
                            on(
                                    10_000,
                                    "for (int i = 0; i < 21; i++) { law.announce(\""
                                            + "x".repeat(490)
                                            + "\"); }",
                                    "it writes more than 10000 characters in one command")));

    private static Case on(long amount, String actions, String told) {
        return new Case(amount, ending(actions), told);
    }

    private static Case notes(long amount, int notes, String text, String told) {
        return new Case(
                amount,
                "declare Note  text : String end\n"
                        + ending(
                                "for (int i = 0; i < %d; i++) { insert(new Note(\"%s\")); }"
                                        .formatted(notes, text)),
                told);
    }

    private static String ending(String actions) {
        return "rule \"on ending\" when TurnEnded() then " + actions + " end";
    }

    private static GameUnderTest game(Limits limits, String rule) {
        String calm = "rule \"calm\" when TurnEnded( $p : player ) then law.award($p, 1); end";
        return GameUnderTest.of(limits, List.of("ann", "bob"), calm, rule);
    }

    @ParameterizedTest
    @EnumSource
    void a_rule_that_passes_a_limit_of_the_game_is_suspended_for_it(Limit limit) {
        Case tried = Objects.requireNonNull(CASES.get(limit));
        Limits limits = Limits.STANDARD.with(limit, tried.amount());
        GameUnderTest game = game(limits, tried.passesIt());

        assertThat(game.endTurn("ann"))
                .filteredOn(Event.RuleSuspended.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.RuleSuspended.class,
                        suspended -> {
                            assertThat(suspended.rule()).isEqualTo(2);
                            assertThat(suspended.why()).contains(tried.told());
                        });
        assertThat(game.points("ann")).isEqualTo(1);
        assertThat(game.state().facts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_same_rule_is_free_to_go_on_under_the_standard_limits(Limit limit) {
        GameUnderTest game =
                game(Limits.STANDARD, Objects.requireNonNull(CASES.get(limit)).passesIt());

        assertThat(game.endTurn("ann")).noneMatch(Event.RuleSuspended.class::isInstance);
        assertThat(game.points("ann")).isEqualTo(1);
    }

    @Test
    void who_keeps_most_is_suspended_and_not_who_comes_last() {
        String hoards =
                "declare Hoard  n : int end rule \"hoards\" when Player( name == \"ann\" ) then"
                        + " for (int i = 0; i < 10; i++) { insert(new Hoard(i)); } end";
        String notes =
                "declare Note  n : int end rule \"notes\" when TurnEnded() then"
                        + " insert(new Note(1)); end";
        GameUnderTest game =
                GameUnderTest.of(
                        Limits.STANDARD.with(Limit.KEPT, 10L),
                        List.of("ann", "bob"),
                        hoards,
                        notes);

        assertThat(game.endTurn("ann"))
                .filteredOn(Event.RuleSuspended.class::isInstance)
                .extracting(event -> ((Event.RuleSuspended) event).rule())
                .containsExactly(1);
        assertThat(game.rule(2).inForce()).isTrue();
    }

    @Test
    void the_facts_that_matched_are_written_with_every_event_that_they_cause() {
        String rule =
                "declare Note  text : String end\n"
                        + "rule \"notes\" when GameStarted() then insert(new Note(\""
                        + "x".repeat(3_000)
                        + "\")); end\n"
                        + "rule \"cites\" when TurnEnded( $p : player ) Note() then"
                        + " for (int i = 0; i < 5; i++) { law.award($p, 1); } end";
        GameUnderTest game = game(Limits.STANDARD.with(Limit.TEXT, 10_000L), rule);

        assertThat(game.endTurn("ann"))
                .filteredOn(Event.RuleSuspended.class::isInstance)
                .extracting(event -> ((Event.RuleSuspended) event).why())
                .containsExactly("it writes more than 10000 characters in one command");
    }
}
