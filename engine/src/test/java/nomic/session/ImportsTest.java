package nomic.session;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Command;
import nomic.game.Event;
import nomic.game.OwnFact;
import nomic.game.Refusal;
import nomic.law.Kind;
import nomic.law.RuleStatus;

import org.junit.jupiter.api.Test;

import java.util.List;

class ImportsTest {
    private static final List<String> PLAYERS = List.of("ann", "bob");

    /** An economy: whoever ends a turn gets a coin. */
    private static final String MINT =
            """
            declare enum Metal SILVER, GOLD; end
            declare Coin owner : String worth : int metal : Metal end
            rule "a coin for each turn" when TurnEnded( $p : player ) then
                insert(new Coin($p, 1, Metal.SILVER));
            end
            """;

    /** A tax on it. */
    private static final String TAX =
            """
            import nomic.rule.r2.Coin;
            import nomic.rule.r2.Metal;
            rule "each coin pays a point" when TurnEnded( $p : player ) Coin( owner == $p, $w : worth ) then
                law.award($p, $w);
            end
            rule "the fourth turn turns a coin to gold" when
                TurnEnded( $p : player )
                $c : Coin( owner == $p, metal == Metal.SILVER, worth < 5 )
                Holding( owner == $p, asset == "points", amount >= 6 )
            then
                modify($c) { setMetal(Metal.GOLD), setWorth(5) }
            end
            """;

    private static GameUnderTest game() {
        GameUnderTest game = GameUnderTest.of(PLAYERS, GameUnderTest.ADOPTED_BY_ALL, MINT);
        assertThat(game.enact(TAX)).anyMatch(Event.RuleEnacted.class::isInstance);
        return game;
    }

    private static String refusal(GameUnderTest game, Kind kind, int target, String code) {
        Refusal refusal =
                GameUnderTest.refusal(
                        game.move("ann", new Command.Propose(kind, target, "A change", "", code)));
        return refusal.reason();
    }

    @Test
    void a_rule_matches_and_changes_facts_of_a_type_that_it_imports() {
        GameUnderTest game = game();

        for (int i = 0; i < 4; i++) {
            game.endTurn("ann");
        }

        assertThat(game.points("ann")).isEqualTo(10);
        assertThat(game.state().facts().values())
                .hasSize(4)
                .allMatch(fact -> "GOLD".equals(fact.fields().get("metal")));
        assertThat(game.state().facts().values()).allMatch(fact -> fact.rule() == 2);
    }

    @Test
    void two_rules_may_declare_types_of_one_name_without_meeting() {
        GameUnderTest game = game();
        game.enact(
                """
                declare Coin owner : String end
                rule "another coin" when TurnEnded( $p : player ) then insert(new Coin($p)); end
                """);

        game.endTurn("ann");
        game.endTurn("ann");

        assertThat(game.state().facts().values())
                .extracting(OwnFact::rule)
                .containsExactlyInAnyOrder(2, 4, 2, 4);
        assertThat(game.points("ann")).isEqualTo(3);
    }

    @Test
    void an_amendment_of_the_types_is_linked_anew_and_carries_facts_over() {
        GameUnderTest game = game();
        game.endTurn("ann");
        long before = game.points("ann");

        List<Event> events =
                game.change(
                        Kind.AMEND,
                        2,
                        MINT.replace("worth : int", "worth : int note : String")
                                .replace("$p, 1, Metal.SILVER", "$p, 3, \"n\", Metal.SILVER"));

        assertThat(events).noneMatch(Event.RuleSuspended.class::isInstance);
        game.endTurn("ann");
        assertThat(game.points("ann")).isGreaterThan(before);
        assertThat(game.rule(3).inForce()).isTrue();
        assertThat(game.state().facts().values()).allMatch(f -> f.fields().containsKey("note"));
    }

    @Test
    void an_amendment_that_takes_a_type_away_puts_to_sleep_what_imports_it() {
        GameUnderTest game = game();

        List<Event> events = game.change(Kind.AMEND, 2, "declare Purse owner : String end");

        assertThat(events)
                .anySatisfy(
                        event ->
                                assertThat(event)
                                        .isInstanceOfSatisfying(
                                                Event.RuleSuspended.class,
                                                asleep ->
                                                        assertThat(asleep.why())
                                                                .contains("no longer fits rule 2")
                                                                .contains("declares no `Coin`")));
        assertThat(game.rule(3).status()).isEqualTo(RuleStatus.SUSPENDED);
    }

    @Test
    void a_repeal_puts_to_sleep_what_imports_and_what_imports_from_that() {
        GameUnderTest game = game();
        game.enact(
                """
                import nomic.rule.r2.Coin;
                declare Hoard owner : String end
                rule "a hoard" when Coin( $p : owner ) not Hoard( owner == $p ) then
                    insert(new Hoard($p));
                end
                """);
        game.enact(
                """
                import nomic.rule.r4.Hoard;
                rule "envy" when TurnEnded( $p : player ) Hoard( owner != $p ) then
                    law.award($p, 1);
                end
                """);
        game.endTurn("ann");

        List<Event> events = game.change(Kind.REPEAL, 2, "");

        assertThat(events.stream().filter(Event.RuleSuspended.class::isInstance))
                .extracting(event -> ((Event.RuleSuspended) event).why())
                .containsExactlyInAnyOrder(
                        "it imports types from rule 2, which is repealed",
                        "it imports types from rule 2, which is repealed",
                        "it imports types from rule 4, which is suspended");
        assertThat(game.endTurn("bob")).hasSize(1);
    }

    @Test
    void a_rule_that_breaks_takes_those_along_that_import_from_it() {
        GameUnderTest game = game();
        game.change(
                Kind.AMEND,
                2,
                MINT
                        + "rule \"broken\" when Act() then law.award(\"nobody\", 1); end\n"
                        + "rule \"key\" when Turn() then law.now(); end\n"
                        + "rule \"shop\" when Player( active, $p : name ) then"
                        + " law.offer($p, \"buy\", \"Buy\"); end\n");

        List<Event> events = GameUnderTest.events(game.act("ann", "buy", java.util.Map.of()));

        assertThat(events.stream().filter(Event.RuleSuspended.class::isInstance)).hasSize(2);
        assertThat(game.endTurn("ann")).hasSize(1);
    }

    @Test
    void what_cannot_be_imported_is_refused_with_what_there_is() {
        GameUnderTest game = game();
        String rule = "rule \"x\" when $c : %s() then law.now(); end";

        assertThat(
                        refusal(
                                game,
                                Kind.ENACT,
                                0,
                                "import nomic.rule.r2.Coyn;\n" + rule.formatted("Coyn")))
                .contains("Rule 2 declares no `Coyn`");
        assertThat(
                        refusal(
                                game,
                                Kind.ENACT,
                                0,
                                "import nomic.rule.r99.Coin;\n" + rule.formatted("Coin")))
                .contains("no rule with id 99 is in force");
        assertThat(
                        refusal(
                                game,
                                Kind.ENACT,
                                0,
                                "import nomic.rule.r2.*;\n" + rule.formatted("Coin")))
                .contains("one by one");
        assertThat(
                        refusal(
                                game,
                                Kind.ENACT,
                                0,
                                "import nomic.rule.r2.Rules;\n" + rule.formatted("Rules")))
                .contains("declares no `Rules`");
        assertThat(refusal(game, Kind.AMEND, 2, "import nomic.rule.r3.Tax;\n" + MINT))
                .contains("in a circle");
    }

    @Test
    void a_type_that_is_not_imported_stays_out_of_reach() {
        GameUnderTest game = game();

        assertThat(
                        refusal(
                                game,
                                Kind.ENACT,
                                0,
                                "rule \"x\" when TurnEnded() then insert(new nomic.rule.r2.Coin());"
                                        + " end"))
                .isNotBlank();
        assertThat(refusal(game, Kind.ENACT, 0, "rule \"x\" when Coin() then law.now(); end"))
                .contains("Coin");
    }
}
