package nomic.session;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Event;
import nomic.game.Outcome;
import nomic.game.Refusal;
import nomic.game.RuleEntry;
import nomic.law.Kind;
import nomic.law.RuleStatus;

import org.junit.jupiter.api.Test;

import java.util.List;

class FaultTest {
    private static GameUnderTest game(String... rules) {
        return GameUnderTest.of(List.of("ann", "bob"), rules);
    }

    private static Event.RuleSuspended suspended(List<Event> events) {
        return (Event.RuleSuspended)
                events.stream()
                        .filter(Event.RuleSuspended.class::isInstance)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void a_rule_that_breaks_while_the_game_is_founded_is_suspended() {
        GameUnderTest game =
                game(
                        "rule \"breaks\" when Rule() then int i = 1 / (2 - 2); end",
                        GameUnderTest.ENDING_PAYS);

        assertThat(game.state().rule(1))
                .extracting(RuleEntry::status)
                .isEqualTo(RuleStatus.SUSPENDED);
        game.endTurn("ann");
        assertThat(game.state().holding("ann", "points")).isEqualTo(1);
    }

    @Test
    void a_rule_that_throws_in_a_consequence_is_suspended_and_the_move_goes_on() {
        GameUnderTest game =
                game(
                        """
                        rule "breaks"
                        when
                            TurnEnded( $p : player )
                        then
                            law.award($p, 100);
                            int zero = 0;
                            law.award($p, 1 / zero);
                        end
                        """,
                        GameUnderTest.ENDING_PAYS);

        List<Event> events = game.endTurn("ann");

        assertThat(suspended(events).rule()).isEqualTo(1);
        assertThat(suspended(events).why()).contains("ArithmeticException");
        assertThat(game.points("ann")).isEqualTo(1);
    }

    @Test
    void a_rule_that_throws_in_a_condition_is_suspended() {
        GameUnderTest game =
                game(
                        """
                        function boolean odd(String name) {
                            return Integer.parseInt(name) % 2 == 1;
                        }
                        rule "breaks"
                        when
                            TurnEnded( odd(player) )
                        then
                            law.announce("odd");
                        end
                        """,
                        GameUnderTest.ENDING_PAYS);

        List<Event> events = game.endTurn("ann");

        assertThat(suspended(events).rule()).isEqualTo(1);
        assertThat(game.points("ann")).isEqualTo(1);
    }

    @Test
    void an_endless_loop_is_stopped_and_blamed() {
        GameUnderTest game =
                game(
                        """
                        rule "loops"
                        when
                            TurnEnded()
                        then
                            int i = 0;
                            while (i >= 0) { i = (i + 1) & 0xffff; }
                        end
                        """,
                        GameUnderTest.ENDING_PAYS);

        List<Event> events = game.endTurn("ann");

        assertThat(suspended(events).rule()).isEqualTo(1);
        assertThat(suspended(events).why()).contains("fuel");
        assertThat(game.points("ann")).isEqualTo(1);
    }

    @Test
    void a_rule_that_breaks_in_the_command_that_adopts_it_is_enacted_and_suspended() {
        GameUnderTest game = game(GameUnderTest.ADOPTED_BY_ALL);

        List<Event> events =
                game.enact(
                        """
                        rule "breaks at once"
                        when
                            Player( $p : name )
                        then
                            law.award("nobody of this name", 1);
                        end
                        """);

        assertThat(events).filteredOn(Event.RuleEnacted.class::isInstance).hasSize(1);
        assertThat(suspended(events).rule()).isEqualTo(2);
        assertThat(suspended(events).why()).contains("there is no player nobody of this name");
        assertThat(game.rule(2).status()).isEqualTo(RuleStatus.SUSPENDED);
    }

    @Test
    void a_condition_that_breaks_while_it_is_loaded_suspends_its_rule() {
        GameUnderTest game = game(GameUnderTest.ADOPTED_BY_ALL);

        List<Event> events =
                game.enact(
                        """
                        function boolean odd(String name) {
                            return Integer.parseInt(name) % 2 == 1;
                        }
                        rule "breaks while it is loaded"
                        when
                            Player( odd(name) )
                        then
                            law.announce("odd");
                        end
                        """);

        assertThat(suspended(events).rule()).isEqualTo(2);
        assertThat(suspended(events).why()).contains("NumberFormatException");
        assertThat(game.rule(2).status()).isEqualTo(RuleStatus.SUSPENDED);
    }

    @Test
    void a_number_without_a_next_one_cannot_be_given() {
        GameUnderTest game =
                game(
                        """
                        rule "the last number"
                        when
                            TurnEnded()
                        then
                            law.numberProposalsFrom(Integer.MAX_VALUE);
                        end
                        """);

        assertThat(suspended(game.endTurn("ann")).why()).contains("numbers go from 1 to 1000000");
    }

    @Test
    void a_revision_that_breaks_when_adopted_leaves_the_one_before_in_force() {
        GameUnderTest game = game(GameUnderTest.ADOPTED_BY_ALL, GameUnderTest.ENDING_PAYS);

        List<Event> events =
                game.change(
                        Kind.AMEND,
                        2,
                        """
                        rule "breaks at once"
                        when
                            Player()
                        then
                            law.award("nobody", 1);
                        end
                        """);

        assertThat(suspended(events).restored()).isEqualTo(1);
        RuleEntry rule = game.rule(2);
        assertThat(rule.status()).isEqualTo(RuleStatus.IN_FORCE);
        assertThat(rule.revision()).isEqualTo(1);
        assertThat(rule.revisions()).hasSize(2);
        game.endTurn("ann");
        assertThat(game.points("ann")).isEqualTo(1);
        game.change(Kind.AMEND, 2, GameUnderTest.ENDING_PAYS.replace("1);", "7);"));
        game.endTurn("ann");
        assertThat(game.points("ann")).isEqualTo(8);
        assertThat(game.rule(2).revision()).isEqualTo(3);
    }

    @Test
    void a_prohibition_that_breaks_refuses_and_is_suspended_after_two_players() {
        GameUnderTest game =
                game(
                        """
                        rule "breaks while judging"
                            agenda-group "legality"
                        when
                            $m : EndTurn( $p : player )
                        then
                            int zero = 0;
                            law.forbid($m, "never " + 1 / zero);
                        end
                        """);

        for (int i = 0; i < 2; i++) {
            Decided decided = game.move("ann", new Command.EndTurn());
            assertThat(GameUnderTest.refusal(decided)).isInstanceOf(Refusal.Faulted.class);
        }
        assertThat(game.rule(1).status()).isEqualTo(RuleStatus.IN_FORCE);
        Decided decided = game.move("bob", new Command.EndTurn());

        assertThat(decided.outcome()).isEqualTo(new Outcome.Accepted());
        assertThat(game.rule(1).status()).isEqualTo(RuleStatus.SUSPENDED);
    }

    @Test
    void a_rule_cannot_ask_for_more_than_the_limit() {
        GameUnderTest game =
                game(
                        """
                        rule "greedy"
                        when
                            TurnEnded( $p : player )
                        then
                            for (int i = 0; i < 100000; i++) { law.award($p, 1); }
                        end
                        """);

        assertThat(suspended(game.endTurn("ann")).why()).contains("asks for more than");
    }

    @Test
    void a_rule_that_fires_without_end_is_suspended() {
        GameUnderTest game =
                game(
                        """
                        declare Counter  n : int end
                        rule "seed"
                        when
                            TurnEnded()
                            not Counter()
                        then
                            insert(new Counter(0));
                        end
                        rule "again"
                        when
                            $c : Counter( $n : n )
                        then
                            modify($c) { setN($n + 1) }
                        end
                        """,
                        GameUnderTest.ENDING_PAYS);

        List<Event> events = game.endTurn("ann");

        assertThat(suspended(events).why()).contains("firings");
        assertThat(game.points("ann")).isEqualTo(1);
        assertThat(game.state().facts()).isEmpty();
    }

    @Test
    void a_founding_rule_that_breaks_as_the_game_is_founded_is_suspended() {
        GameUnderTest game =
                GameUnderTest.of(
                        List.of("ann"),
                        GameUnderTest.ADOPTED_BY_ALL,
                        "rule \"nobody\" when then law.award(\"nobody\", 1); end");

        assertThat(game.rule(2).inForce()).isFalse();
        assertThat(game.rule(1).inForce()).isTrue();
    }
}
