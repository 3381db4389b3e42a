package nomic.session;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Command;
import nomic.game.Command.Order;
import nomic.game.Decided;
import nomic.game.Event;
import nomic.game.GameStatus;
import nomic.game.Limit;
import nomic.game.Refusal;
import nomic.law.Kind;
import nomic.law.RuleStatus;
import nomic.law.Standing;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

class OrdersTest {
    private static final String REMEMBERS =
            """
            declare Ended
                player : String
            end
            rule "remembers"
            when
                TurnEnded( $p : player )
            then
                insert(new Ended($p));
            end
            rule "pays for each memory"
            when
                Ended( $p : player )
            then
                law.award($p, 5);
            end
            """;

    private static final String WAKES =
            """
            rule "sets a deadline"
            when
                TurnEnded( $p : player )
            then
                law.schedule("bell", law.now().plusSeconds(60));
            end
            rule "rings"
            when
                Elapsed( name == "bell" )
            then
                law.announce("ding");
            end
            """;

    private static final String TURNS_PASS_ON =
            """
            rule "the turn of who left passes on"
            when
                PlayerLeft( $p : player )
                Player( active, $next : name )
            then
                law.passTurn($next, 1);
            end
            """;

    /** Ann is the master. */
    private static GameUnderTest game(String... rules) {
        return GameUnderTest.of(List.of("ann", "bob"), rules);
    }

    private static Refusal.Problem problem(Decided decided) {
        assertThat(decided.events()).isEmpty();
        return ((Refusal.Malformed) GameUnderTest.refusal(decided)).problem();
    }

    private static Standing standing(GameUnderTest game, String player) {
        return Objects.requireNonNull(game.state().players().get(player)).standing();
    }

    @Test
    void nobody_but_the_master_gives_orders() {
        GameUnderTest game = game(GameUnderTest.ENDING_PAYS);

        for (Order order :
                List.of(
                        new Order.Pause("lunch"),
                        new Order.Resume(),
                        new Order.SuspendRule(1, "why"),
                        new Order.ReinstateRule(1, "why"),
                        new Order.ChangeLimits(new TreeMap<>(), "why"),
                        new Order.Kick("ann", "why"),
                        new Order.HandOver("bob"),
                        new Order.EndGame("why"),
                        new Order.RollBack(1, "why"))) {
            assertThat(problem(game.move("bob", order))).isEqualTo(Refusal.Problem.NOT_THE_MASTER);
        }
    }

    @Test
    void an_order_without_a_reason_is_refused() {
        GameUnderTest game = game();

        assertThat(problem(game.move("ann", new Order.Pause(" "))))
                .isEqualTo(Refusal.Problem.BAD_ARGUMENT);
        assertThat(problem(game.move("ann", new Order.EndGame("two\nlines"))))
                .isEqualTo(Refusal.Problem.BAD_ARGUMENT);
    }

    @Test
    void a_paused_game_takes_no_moves_until_it_is_resumed() {
        GameUnderTest game = game(GameUnderTest.ENDING_PAYS);

        game.move("ann", new Order.Pause("lunch"));
        Decided refused = game.move("bob", new Command.EndTurn());

        assertThat(problem(refused)).isEqualTo(Refusal.Problem.PAUSED);
        assertThat(GameUnderTest.refusal(refused).reason()).contains("lunch");
        assertThat(problem(game.move("cleo", new Command.Join())))
                .isEqualTo(Refusal.Problem.PAUSED);
        assertThat(problem(game.move("ann", new Order.Pause("tea"))))
                .isEqualTo(Refusal.Problem.PAUSED);

        game.move("ann", new Order.Resume());
        game.endTurn("bob");
        assertThat(game.points("bob")).isEqualTo(1);
        assertThat(problem(game.move("ann", new Order.Resume())))
                .isEqualTo(Refusal.Problem.NOT_PAUSED);
    }

    @Test
    void deadlines_stand_still_while_a_game_is_paused() {
        GameUnderTest game = game(WAKES);
        game.endTurn("ann");
        Instant set = Objects.requireNonNull(game.state().firstDeadline());

        game.move("ann", new Order.Pause("lunch"));
        assertThat(game.table().pass(Duration.ofHours(1))).isEmpty();
        game.move("ann", new Order.Resume());

        assertThat(game.state().firstDeadline()).isEqualTo(set.plusSeconds(3601));
        assertThat(game.table().pass(Duration.ofSeconds(50))).isEmpty();
        assertThat(game.table().pass(Duration.ofSeconds(20))).hasSize(1);
    }

    @Test
    void a_suspended_rule_sleeps_with_its_facts_and_wakes_with_them() {
        GameUnderTest game = game(REMEMBERS, GameUnderTest.ENDING_PAYS);
        game.endTurn("ann");
        assertThat(game.points("ann")).isEqualTo(6);

        Decided suspended = game.move("ann", new Order.SuspendRule(1, "it pays too much"));
        assertThat(GameUnderTest.events(suspended))
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.RuleSuspended.class,
                        event -> assertThat(event.why()).isEqualTo("it pays too much"));
        game.endTurn("ann");
        assertThat(game.points("ann")).isEqualTo(7);
        assertThat(game.rule(1).status()).isEqualTo(RuleStatus.SUSPENDED);
        assertThat(game.state().facts()).hasSize(1);

        game.move("ann", new Order.ReinstateRule(1, "we miss it"));
        assertThat(game.rule(1).inForce()).isTrue();
        assertThat(game.rule(1).text().suspended()).isNull();
        assertThat(game.points("ann")).as("it fires for what stands").isEqualTo(12);
        game.endTurn("bob");
        assertThat(game.points("bob")).isEqualTo(6);
    }

    @Test
    void only_rules_of_the_right_status_are_suspended_and_reinstated() {
        GameUnderTest game = game(GameUnderTest.ENDING_PAYS);

        assertThat(problem(game.move("ann", new Order.ReinstateRule(1, "why"))))
                .isEqualTo(Refusal.Problem.RULE_NOT_SUSPENDED);
        game.move("ann", new Order.SuspendRule(1, "why"));
        assertThat(problem(game.move("ann", new Order.SuspendRule(1, "why"))))
                .isEqualTo(Refusal.Problem.RULE_NOT_IN_FORCE);
        assertThat(problem(game.move("ann", new Order.SuspendRule(7, "why"))))
                .isEqualTo(Refusal.Problem.UNKNOWN_RULE);
    }

    @Test
    void a_rule_that_breaks_again_when_it_is_reinstated_is_suspended_again() {
        GameUnderTest game =
                game(
                        "rule \"breaks\" when Rule() then int i = 1 / (2 - 2); end",
                        GameUnderTest.ENDING_PAYS);

        Decided decided = game.move("ann", new Order.ReinstateRule(1, "try again"));

        assertThat(GameUnderTest.events(decided))
                .hasExactlyElementsOfTypes(Event.RuleReinstated.class, Event.RuleSuspended.class);
        assertThat(game.rule(1).status()).isEqualTo(RuleStatus.SUSPENDED);
    }

    @Test
    void a_rule_whose_imports_are_gone_is_not_reinstated() {
        GameUnderTest game = game(REMEMBERS, GameUnderTest.ADOPTED_BY_ALL);
        game.enact(
                """
                import nomic.rule.r1.Ended;
                rule "sees memories"
                when
                    Ended( $p : player )
                then
                    law.award($p, 1);
                end
                """);

        Decided suspended = game.move("ann", new Order.SuspendRule(1, "why"));
        assertThat(GameUnderTest.events(suspended))
                .hasOnlyElementsOfType(Event.RuleSuspended.class)
                .hasSize(2);
        assertThat(GameUnderTest.refusal(game.move("ann", new Order.ReinstateRule(3, "why"))))
                .isInstanceOf(Refusal.Unchecked.class);

        game.move("ann", new Order.ReinstateRule(1, "why"));
        game.move("ann", new Order.ReinstateRule(3, "why"));
        game.endTurn("bob");
        assertThat(game.points("bob")).isEqualTo(6);
    }

    @Test
    void rules_see_that_a_player_was_removed() {
        GameUnderTest game = game(TURNS_PASS_ON);

        game.move("ann", new Order.Kick("bob", "rude"));

        assertThat(standing(game, "bob")).isEqualTo(Standing.LEFT);
        assertThat(Objects.requireNonNull(game.state().turn()).player()).isEqualTo("ann");
        assertThat(problem(game.move("bob", new Command.Join())))
                .isEqualTo(Refusal.Problem.ALREADY_JOINED);
        assertThat(problem(game.move("ann", new Order.Kick("bob", "rude"))))
                .isEqualTo(Refusal.Problem.UNKNOWN_PLAYER);
    }

    @Test
    void no_rule_judges_an_order() {
        GameUnderTest game =
                game(
                        """
                        rule "turns do not end" agenda-group "legality"
                        when
                            $m : EndTurn()
                        then
                            law.forbid($m, "no");
                        end
                        """);

        game.move("ann", new Order.SuspendRule(1, "nobody can move"));

        assertThat(game.rule(1).status()).isEqualTo(RuleStatus.SUSPENDED);
    }

    @Test
    void the_new_master_gives_the_orders() {
        GameUnderTest game = game();

        assertThat(problem(game.move("ann", new Order.HandOver("nobody"))))
                .isEqualTo(Refusal.Problem.UNKNOWN_PLAYER);
        game.move("ann", new Order.HandOver("bob"));

        assertThat(problem(game.move("ann", new Order.Pause("lunch"))))
                .isEqualTo(Refusal.Problem.NOT_THE_MASTER);
        game.move("bob", new Order.Pause("lunch"));
        assertThat(game.state().paused()).isNotNull();
    }

    @Test
    void limits_change_within_bounds() {
        GameUnderTest game = game();
        var amounts = new TreeMap<String, Long>();
        amounts.put("fuel", 5_000_000L);

        game.move("ann", new Order.ChangeLimits(amounts, "a small game"));
        assertThat(game.state().limits().of(Limit.FUEL)).isEqualTo(5_000_000L);

        amounts.put("fuel", Limit.FUEL.standard());
        game.move("ann", new Order.ChangeLimits(amounts, "not so small"));
        assertThat(game.state().limits().given()).isEmpty();

        amounts.put("fuel", 1L);
        assertThat(problem(game.move("ann", new Order.ChangeLimits(amounts, "none"))))
                .isEqualTo(Refusal.Problem.BAD_ARGUMENT);
        assertThat(
                        problem(
                                game.move(
                                        "ann",
                                        new Order.ChangeLimits(
                                                new TreeMap<>(Map.of("water", 1L)), "none"))))
                .isEqualTo(Refusal.Problem.BAD_ARGUMENT);
    }

    @Test
    void an_ended_game_is_over_and_says_why() {
        GameUnderTest game = game(GameUnderTest.ADOPTED_BY_ALL);

        game.move("ann", new Order.EndGame("we go home"));

        assertThat(game.state().status()).isEqualTo(GameStatus.FINISHED);
        assertThat(game.state().winners()).isEmpty();
        Decided refused = game.move("bob", new Command.Propose(Kind.ENACT, 0, "A change", "", ""));
        assertThat(problem(refused)).isEqualTo(Refusal.Problem.GAME_OVER);
        assertThat(GameUnderTest.refusal(refused).reason()).contains("we go home");
        assertThat(problem(game.move("ann", new Order.Pause("lunch"))))
                .isEqualTo(Refusal.Problem.GAME_OVER);
    }
}
