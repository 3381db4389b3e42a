package nomic.session;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Event;
import nomic.law.Choice;
import nomic.law.Kind;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class HotLoadTest {
    private static final String A_POINT_FOR_ENDING =
            """
            rule "ending pays"
            when
                TurnEnded( $p : player )
            then
                law.award($p, %d);
            end
            """;

    private final GameUnderTest game =
            GameUnderTest.of(List.of("ann", "bob"), GameUnderTest.ADOPTED_BY_ALL);

    @Test
    void an_adopted_rule_fires_on_the_next_move() {
        assertThat(game.endTurn("ann")).containsExactly(new Event.TurnEnded("ann"));
        game.enact(A_POINT_FOR_ENDING.formatted(3));

        assertThat(game.endTurn("ann")).contains(new Event.HoldingChanged("ann", "points", 0, 3));
    }

    @Test
    void an_amended_rule_acts_by_its_new_text_only() {
        game.enact(A_POINT_FOR_ENDING.formatted(3));
        game.change(Kind.AMEND, 2, A_POINT_FOR_ENDING.formatted(5));

        game.endTurn("ann");

        assertThat(game.points("ann")).isEqualTo(5);
    }

    @Test
    void a_repealed_rule_acts_no_more() {
        game.enact(A_POINT_FOR_ENDING.formatted(3));
        game.change(Kind.REPEAL, 2, "");

        game.endTurn("ann");

        assertThat(game.points("ann")).isZero();
    }

    @Test
    void a_rule_that_matches_what_stands_fires_when_it_is_loaded() {
        List<Event> events =
                game.enact(
                        """
                        rule "welcome"
                        when
                            Player( $p : name )
                        then
                            law.award($p, 1);
                        end
                        """);

        assertThat(events)
                .contains(
                        new Event.HoldingChanged("ann", "points", 0, 1),
                        new Event.HoldingChanged("bob", "points", 0, 1));
        assertThat(game.endTurn("ann")).containsExactly(new Event.TurnEnded("ann"));
    }

    @Test
    void rules_with_equal_constraints_in_different_packages_all_match() {
        String announces =
                """
                rule "announce %1$s"
                when
                    TurnEnded( player == "ann" )
                    Player( name == "ann" )
                then
                    law.announce("%1$s");
                end
                """;
        String[] rules =
                IntStream.rangeClosed(1, 12)
                        .mapToObj(i -> announces.formatted("rule " + i))
                        .toArray(String[]::new);

        List<Event> events = GameUnderTest.of(List.of("ann", "bob"), rules).endTurn("ann");

        assertThat(events).filteredOn(Event.Announced.class::isInstance).hasSize(12);
    }

    @Test
    void rules_that_begin_alike_all_match_when_they_are_loaded_beside_others() {
        String counts =
                """
                rule "%1$s points"
                when
                    Player( name == "ann" )
                    accumulate( Holding( owner == "ann", $a : asset ); $n : count( $a ); $n == %2$d )
                then
                    law.announce("%1$s");
                end
                """;
        game.enact(counts.formatted("one", 1) + counts.formatted("two", 2));
        game.enact(A_POINT_FOR_ENDING.formatted(3));

        assertThat(game.endTurn("ann")).contains(new Event.Announced("one"));
    }

    /** With shared nodes Drools 10.2 does not see the second ballot for. */
    @Test
    void a_match_is_found_whatever_other_rules_are_loaded() {
        var other =
                GameUnderTest.of(
                        List.of("ann", "bob", "cyd"),
                        """
                        rule "open"
                        when
                            ProposalMade( $n : proposal )
                        then
                            law.openVote($n);
                        end
                        rule "overruled"
                        when
                            Overruled( kind == ClaimKind.ADOPT, $n : proposal )
                            Proposal( number == $n, status == Status.VOTING )
                        then
                            law.defeat($n);
                        end
                        """,
                        """
                        rule "two"
                        when
                            $p : Proposal( status == Status.VOTING, $n : number )
                            accumulate( Ballot( proposal == $n, choice == Choice.FOR, $v : voter ); $for : count( $v ); $for >= 2 )
                        then
                            law.adopt($p);
                        end
                        rule "less"
                        when
                            $p : Proposal( status == Status.VOTING, $n : number )
                            exists Player( active )
                            accumulate( Ballot( proposal == $n, choice == Choice.FOR, $v : voter ); $for : count( $v ); $for < 2 )
                        then
                            law.announce("not enough");
                        end
                        """);
        other.move("ann", new Command.Propose(Kind.ENACT, 0, "A custom", "", ""));
        other.move("ann", new Command.Vote(3, Choice.FOR, null));

        Decided decided = other.move("bob", new Command.Vote(3, Choice.FOR, null));

        assertThat(GameUnderTest.events(decided))
                .filteredOn(Event.VoteClosed.class::isInstance)
                .hasSize(1);
    }

    @Test
    void what_stands_is_matched_in_the_same_order_whenever_a_rule_is_loaded() {
        String vaults =
                """
                declare Vault  owner : String  place : int end
                rule "a vault for everybody, first come first served"
                when
                    Player( $p : name )
                    not Vault( owner == $p )
                    accumulate( Vault( $v : place ); $taken : count( $v ) )
                then
                    insert(new Vault($p, $taken.intValue() + 1));
                end
                """;
        List<String> players = List.of("ann", "bob", "cyd", "dan", "eve", "fay", "gus", "hal");
        List<Event> first = null;
        for (int i = 0; i < 6; i++) {
            List<Event> events =
                    GameUnderTest.of(players, GameUnderTest.ADOPTED_BY_ALL).enact(vaults);
            assertThat(events).filteredOn(Event.FactInserted.class::isInstance).hasSize(8);
            first = first == null ? events : first;
            assertThat(events).isEqualTo(first);
        }
    }

    @Test
    void two_rules_that_are_adopted_at_once_both_act() {
        String vault =
                """
                declare Vault  owner : String end
                rule "a vault for everybody"
                when
                    Player( $p : name )
                then
                    insert(new Vault($p));
                end
                """;
        var other =
                GameUnderTest.of(
                        List.of("ann", "bob"),
                        """
                        rule "adopted at the end of a turn"
                        when
                            TurnEnded()
                            Proposal( open, $n : number )
                        then
                            law.adopt($n);
                        end
                        """);
        other.move("ann", new Command.Propose(Kind.ENACT, 0, "One", "", vault));
        other.move("bob", new Command.Propose(Kind.ENACT, 0, "Two", "", vault));

        List<Event> events = other.endTurn("ann");

        assertThat(events).filteredOn(Event.RuleEnacted.class::isInstance).hasSize(2);
        assertThat(other.state().facts()).hasSize(4);
    }
}
