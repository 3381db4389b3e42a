package nomic.session;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Command;
import nomic.game.Event;
import nomic.game.OwnFact;
import nomic.game.Refusal;
import nomic.law.Kind;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class OwnFactsTest {
    private static final String PURSE =
            """
            declare Purse
                owner : String
                coins : int
            end
            rule "a purse for everybody who ends a turn"
            when
                TurnEnded( $p : player )
                not Purse( owner == $p )
            then
                insert(new Purse($p, 1));
            end
            rule "a coin more"
            when
                TurnEnded( $p : player )
                $purse : Purse( owner == $p, $c : coins )
            then
                modify($purse) { setCoins($c + 10) }
            end
            """;

    private final GameUnderTest game =
            GameUnderTest.of(List.of("ann", "bob"), GameUnderTest.ADOPTED_BY_ALL, PURSE);

    private OwnFact only() {
        assertThat(game.state().facts()).hasSize(1);
        return game.state().facts().firstEntry().getValue();
    }

    @Test
    void a_match_on_an_event_fact_fires_once_although_it_modifies_what_it_reads() {
        game.endTurn("ann");
        assertThat(only().fields()).containsEntry("owner", "ann").containsEntry("coins", 11L);

        List<Event> events = game.endTurn("ann");

        assertThat(only().fields()).containsEntry("coins", 21L);
        assertThat(events).filteredOn(Event.FactChanged.class::isInstance).hasSize(1);
    }

    @Test
    void facts_live_on_when_their_type_is_amended() {
        game.endTurn("ann");

        game.change(
                Kind.AMEND,
                2,
                """
                declare Purse
                    owner : String
                    coins : int
                    gems : int
                end
                """);

        assertThat(only().fields()).containsEntry("coins", 11L).containsEntry("gems", 0L);
    }

    @Test
    void facts_go_with_their_type() {
        game.endTurn("ann");

        List<Event> events = game.change(Kind.AMEND, 2, "declare Chest  coins : int end");

        assertThat(game.state().facts()).isEmpty();
        assertThat(events).filteredOn(Event.FactDeleted.class::isInstance).hasSize(1);
    }

    @Test
    void a_fact_that_holds_one_text_many_times_is_too_large() {
        GameUnderTest other =
                GameUnderTest.of(
                        List.of("ann"),
                        """
                        declare Book
                            pages : java.util.List
                        end
                        rule "the same page again and again"
                        when
                            TurnEnded()
                        then
                            java.util.List pages = new java.util.ArrayList();
                            for (int i = 0; i < 10; i++) { pages.add("a page ".repeat(500)); }
                            insert(new Book(pages));
                        end
                        """);

        List<Event> events = other.endTurn("ann");

        assertThat(other.state().facts()).isEmpty();
        assertThat(events)
                .filteredOn(Event.RuleSuspended.class::isInstance)
                .singleElement()
                .asString()
                .contains("more than 16000 characters");
    }

    @Test
    void facts_end_with_their_rule() {
        game.endTurn("ann");

        game.change(Kind.REPEAL, 2, "");

        assertThat(game.state().facts()).isEmpty();
    }

    @Test
    void an_amendment_that_changes_the_type_of_a_field_is_refused() {
        assertThat(
                        GameUnderTest.refusal(
                                game.move(
                                        "ann",
                                        new Command.Propose(
                                                Kind.AMEND,
                                                2,
                                                "Purses",
                                                "",
                                                "declare Purse  owner : String  coins : String"
                                                        + " end"))))
                .isInstanceOfSatisfying(
                        Refusal.Unchecked.class,
                        refusal ->
                                assertThat(refusal.diagnostics().getFirst().code())
                                        .isEqualTo("field-type-changed"));
    }

    @Test
    void a_setter_without_modify_is_an_event_too() {
        game.endTurn("ann");
        game.change(
                Kind.AMEND,
                2,
                """
                declare Purse
                    owner : String
                    coins : int
                end
                rule "secretly"
                when
                    TurnEnded( $p : player )
                    $purse : Purse( owner == $p )
                then
                    $purse.setCoins(77);
                end
                """);

        game.endTurn("ann");

        assertThat(only().fields()).containsEntry("coins", 77L);
    }

    @Test
    void offers_deadlines_and_facts_sleep_while_their_rule_is_suspended() {
        GameUnderTest other =
                GameUnderTest.of(
                        List.of("ann", "bob"),
                        GameUnderTest.ADOPTED_BY_ALL,
                        PURSE
                                + """
                                rule "open a shop"
                                when
                                    GameStarted()
                                then
                                    law.offer("ann", "buy", "Buy", Input.number("price", 1, 3));
                                    law.schedule("closing", law.now().plusSeconds(3600));
                                end
                                rule "buying breaks"
                                when
                                    Act( name == "buy", $price : number("price") )
                                then
                                    law.award("nobody", $price);
                                end
                                """);
        other.endTurn("ann");
        assertThat(other.state().offers()).hasSize(1);
        assertThat(other.state().deadlines()).containsKey("closing");
        assertThat(GameUnderTest.refusal(other.act("bob", "buy", Map.of("price", 2))))
                .hasFieldOrPropertyWithValue("problem", Refusal.Problem.UNKNOWN_ACTION);
        assertThat(GameUnderTest.refusal(other.act("ann", "buy", Map.of("price", 9))))
                .hasFieldOrPropertyWithValue("problem", Refusal.Problem.BAD_ARGUMENT);

        other.act("ann", "buy", Map.of("price", 2));

        assertThat(other.state().facts()).hasSize(1);
        assertThat(GameUnderTest.refusal(other.act("ann", "buy", Map.of("price", 2))))
                .hasFieldOrPropertyWithValue("problem", Refusal.Problem.UNKNOWN_ACTION);
        other.table().pass(Duration.ofDays(1));
        assertThat(other.state().deadlines()).containsKey("closing");
        other.change(Kind.AMEND, 2, PURSE);
        assertThat(other.state().facts()).hasSize(1);
        other.table().pass(Duration.ofDays(1));
        assertThat(other.state().deadlines()).isEmpty();
    }

    @Test
    void facts_that_are_inserted_in_one_round_are_matched_one_by_one() {
        GameUnderTest other =
                GameUnderTest.of(
                        List.of("ann", "bob"),
                        """
                        declare Card  value : int end
                        rule "deal"
                        when
                            TurnEnded()
                        then
                            insert(new Card(1));
                            insert(new Card(2));
                            insert(new Card(3));
                        end
                        rule "each card counts"
                        when
                            TurnEnded( $p : player )
                            Card( $v : value )
                        then
                            law.award($p, $v);
                        end
                        """);

        other.endTurn("ann");

        assertThat(other.points("ann")).isEqualTo(6);
    }

    @Test
    void fractions_and_declared_objects_within_others_are_kept() {
        GameUnderTest other =
                GameUnderTest.of(
                        List.of("ann", "bob"),
                        """
                        import java.util.List;
                        declare Card  suit : String  weight : double end
                        declare Hand  owner : String  cards : List  best : Object end
                        rule "deal"
                        when
                            TurnEnded( $p : player )
                            not Hand()
                        then
                            Card card = new Card("hearts", 1.5);
                            insert(new Hand($p, List.of(card, new Card("spades", 2.5)), card));
                        end
                        rule "weigh"
                        when
                            TurnEnded( $p : player )
                            Hand( $cards : cards )
                            accumulate( Card( $w : weight ) from $cards; $sum : sum( $w ) )
                        then
                            law.award($p, (long) (10 * $sum));
                        end
                        """);

        other.endTurn("ann");
        other.endTurn("ann");

        assertThat(other.points("ann")).isEqualTo(80);
        assertThat(other.state().rule(1)).isNotNull();
    }
}
