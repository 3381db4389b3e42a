package nomic.session;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Event;
import nomic.game.Limit;
import nomic.game.Use;
import nomic.law.Kind;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

class UseTest {
    private static final String CALM =
            """
            rule "calm"
            when
                TurnEnded( $p : player )
            then
                law.award($p, 1);
            end
            """;
    private static final String BUSY =
            """
            declare Note  text : String end
            rule "busy"
            when
                TurnEnded()
            then
                for (int i = 0; i < 10000; i++) { int[] a = new int[10]; }
                insert(new Note("one"));
                insert(new Note("two"));
                law.announce("done");
                law.roll(6);
            end
            """;
    private static final String LOOPS =
            """
            rule "loops"
            when
                TurnEnded()
            then
                while (true) { }
            end
            """;

    private static GameUnderTest game(String... rules) {
        return GameUnderTest.of(List.of("ann", "bob"), rules);
    }

    private static Use of(Decided decided, int rule) {
        return Objects.requireNonNull(decided.use().get(rule));
    }

    @Test
    void use_is_charged_to_the_rule_that_used_it() {
        Decided decided = game(CALM, BUSY).move("ann", new Command.EndTurn());

        Use calm = of(decided, 1);
        assertThat(calm.firings()).isEqualTo(1);
        assertThat(calm.asks()).isEqualTo(1);
        assertThat(calm.facts()).isZero();
        assertThat(calm.fuel()).isBetween(1L, 1_000L);
        assertThat(calm.bytes()).isLessThan(10_000);
        Use busy = of(decided, 2);
        assertThat(busy.firings()).isEqualTo(1);
        assertThat(busy.asks()).isEqualTo(2);
        assertThat(busy.facts()).isEqualTo(2);
        assertThat(busy.fuel()).isGreaterThan(20_000);
        assertThat(busy.bytes()).isGreaterThan(500_000);
        assertThat(busy.text()).isGreaterThanOrEqualTo("done".length() + "onetwo".length());
        assertThat(busy.time()).isPositive();
    }

    @Test
    void a_rule_that_was_suspended_has_used_what_it_had_when_it_broke() {
        Decided decided = game(CALM, LOOPS).move("ann", new Command.EndTurn());

        assertThat(of(decided, 2).fuel()).isGreaterThan(Limit.FUEL.standard() * 9 / 10);
        assertThat(of(decided, 1).fuel()).isBetween(1L, 1_000L);
        assertThat(of(decided, 1).firings()).isEqualTo(1);
        Event.RuleSuspended told =
                GameUnderTest.events(decided).stream()
                        .filter(Event.RuleSuspended.class::isInstance)
                        .map(Event.RuleSuspended.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(told.use())
                .containsOnlyKeys("firings", "fuel", "bytes", "facts", "asks", "text");
        assertThat(told.use()).containsEntry("firings", 1L);
        assertThat(told.use().get("fuel")).isEqualTo(of(decided, 2).fuel() / 1000 * 1000);
    }

    @Test
    void a_prohibition_that_breaks_has_used_something_too() {
        Decided decided =
                game("""
                rule "judges for ever"
                    agenda-group "legality"
                when
                    EndTurn()
                then
                    while (true) { }
                end
                """)
                        .move("ann", new Command.EndTurn());

        GameUnderTest.refusal(decided);
        assertThat(of(decided, 1).fuel()).isGreaterThan(Limit.FUEL.standard() * 9 / 10);
    }

    @Test
    void the_command_that_adopts_a_rule_is_charged_once() {
        GameUnderTest game = game(GameUnderTest.ADOPTED_BY_ALL);
        game.change(Kind.ENACT, 0, CALM);
        Decided adopting = game.table().history().getLast();

        assertThat(of(adopting, 1).firings()).isEqualTo(1);
        assertThat(of(adopting, 1).asks()).isEqualTo(1);
    }

    @Test
    void two_interpreters_count_the_same_and_measure_their_own_time() {
        GameUnderTest game = game(CALM, BUSY, LOOPS);
        var before = game.state();
        Decided decided = game.move("ann", new Command.EndTurn());

        try (Interpreter other = Interpreter.standard()) {
            other.decide(before, decided.envelope());
            Decided again = other.decide(before, decided.envelope());
            assertThat(counted(again)).isEqualTo(counted(decided));
            assertThat(again.stateHash()).isEqualTo(decided.stateHash());
            assertThat(again.events()).isEqualTo(decided.events());
        }
    }

    private static Map<Integer, Use> counted(Decided decided) {
        return decided.use().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                each -> {
                                    Use use = each.getValue();
                                    return new Use(
                                            use.firings(),
                                            use.fuel(),
                                            use.bytes(),
                                            use.facts(),
                                            use.asks(),
                                            use.text(),
                                            0);
                                }));
    }
}
