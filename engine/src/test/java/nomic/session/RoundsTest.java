package nomic.session;

import static nomic.session.GameUnderTest.events;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Event;
import nomic.game.Refusal;
import nomic.law.Choice;
import nomic.law.ClaimKind;
import nomic.law.Kind;
import nomic.law.RuleStatus;

import org.junit.jupiter.api.Test;

import java.util.List;

class RoundsTest {
    private static final String TURN_TO =
            """
            rule "the turn goes to %1$s"
            when
                TurnEnded()
            then
                law.passTurn("%1$s", 1);
            end
            """;

    private static GameUnderTest game(String... rules) {
        return GameUnderTest.of(List.of("ann", "bob"), rules);
    }

    @Test
    void two_rules_that_pass_the_turn_to_different_players_are_settled_by_the_lower_number() {
        GameUnderTest game = game(TURN_TO.formatted("bob"), TURN_TO.formatted("ann"));

        List<Event> events = game.endTurn("ann");

        assertThat(events).contains(new Event.TurnStarted(1, 1, "bob"));
        assertThat(events)
                .filteredOn(Event.Overruled.class::isInstance)
                .singleElement()
                .satisfies(
                        each -> {
                            Event.Overruled overruled = (Event.Overruled) each;
                            assertThat(overruled.claim()).isEqualTo(ClaimKind.TURN);
                            assertThat(overruled.subject()).isEqualTo("ann");
                            assertThat(overruled.by().rule()).isEqualTo(1);
                        });
    }

    @Test
    void a_rule_can_say_that_the_higher_number_prevails() {
        GameUnderTest game =
                game(
                        TURN_TO.formatted("bob"),
                        TURN_TO.formatted("ann"),
                        """
                        rule "the higher number wins"
                            agenda-group "legality"
                        when
                            Conflict( $low : first, $high : second )
                        then
                            law.prevails($high, $low);
                        end
                        """);

        assertThat(game.endTurn("ann")).contains(new Event.TurnStarted(1, 1, "ann"));
    }

    @Test
    void precedence_may_also_be_said_of_rules_without_a_conflict_in_hand() {
        GameUnderTest game =
                game(
                        TURN_TO.formatted("bob"),
                        TURN_TO.formatted("ann"),
                        """
                        rule "the higher number wins"
                            agenda-group "legality"
                        when
                            $a : Rule( $n : number )
                            $b : Rule( number < $n )
                        then
                            law.prevails($a, $b);
                        end
                        """);

        assertThat(game.endTurn("ann")).contains(new Event.TurnStarted(1, 1, "ann"));
        assertThat(game.endTurn("ann")).contains(new Event.TurnStarted(2, 1, "ann"));
    }

    @Test
    void equal_claims_merge() {
        GameUnderTest game = game(TURN_TO.formatted("bob"), TURN_TO.formatted("bob"));

        assertThat(game.endTurn("ann"))
                .containsExactly(new Event.TurnEnded("ann"), new Event.TurnStarted(1, 1, "bob"));
    }

    @Test
    void an_equal_claim_of_another_rule_stands_where_one_is_forbidden() {
        GameUnderTest game =
                game(
                        TURN_TO.formatted("bob"),
                        TURN_TO.formatted("bob"),
                        """
                        rule "not by rule 1"
                            agenda-group "legality"
                        when
                            $c : Claim( kind == ClaimKind.TURN, rule == 1 )
                        then
                            law.forbid($c, "rule 1 passes no turns");
                        end
                        """);

        List<Event> events = game.endTurn("ann");

        assertThat(events).contains(new Event.TurnStarted(1, 1, "bob"));
        assertThat(events).filteredOn(Event.Overruled.class::isInstance).hasSize(1);
    }

    @Test
    void a_player_wins_once_whatever_reasons_there_are() {
        GameUnderTest game =
                game(
                        """
                        rule "two reasons"
                        when
                            TurnEnded( $p : player )
                        then
                            law.declareWinner($p, "first");
                            law.declareWinner($p, "second");
                        end
                        """);

        game.endTurn("ann");

        assertThat(game.state().winners()).containsExactly("ann");
    }

    @Test
    void an_enactment_does_not_get_a_number_that_a_rule_was_given() {
        GameUnderTest game =
                game(
                        GameUnderTest.ADOPTED_BY_ALL,
                        """
                        rule "renumber"
                        when
                            TurnEnded()
                        then
                            law.renumber(1, 3);
                        end
                        """);
        game.endTurn("ann");

        game.enact("");

        assertThat(game.rule(3).id()).isEqualTo(1);
        assertThat(game.rule(4).id()).isEqualTo(4);
    }

    @Test
    void a_claim_is_forbidden_by_a_rule_that_judges_it() {
        GameUnderTest game =
                game(
                        TURN_TO.formatted("bob"),
                        """
                        rule "never to bob"
                            agenda-group "legality"
                        when
                            $c : Claim( kind == ClaimKind.TURN, subject == "bob" )
                        then
                            law.forbid($c, "bob sleeps");
                        end
                        """);

        List<Event> events = game.endTurn("ann");

        assertThat(game.state().turn()).isNull();
        assertThat(events).filteredOn(Event.Overruled.class::isInstance).hasSize(1);
    }

    @Test
    void a_permission_outweighs_a_prohibition_only_if_its_rule_prevails() {
        String forbid =
                """
                rule "no ending"
                    agenda-group "legality"
                when
                    $m : EndTurn()
                then
                    law.forbid($m, "turns do not end");
                end
                """;
        String permit =
                """
                rule "ending"
                    agenda-group "legality"
                when
                    $m : EndTurn()
                then
                    law.permit($m, "turns end");
                end
                """;
        String lower =
                """
                rule "lower"
                    agenda-group "legality"
                when
                    Conflict( $low : first, $high : second )
                then
                    law.prevails($low, $high);
                end
                """;
        assertThat(refusal(game(permit, forbid))).isInstanceOf(Refusal.Forbidden.class);
        assertThat(refusal(game(forbid, permit, lower))).isInstanceOf(Refusal.Forbidden.class);
        assertThat(game(permit, forbid, lower).endTurn("ann")).isNotEmpty();
    }

    private static Refusal refusal(GameUnderTest game) {
        return GameUnderTest.refusal(game.move("ann", new Command.EndTurn()));
    }

    @Test
    void a_refused_move_changes_nothing() {
        GameUnderTest game =
                game(
                        """
                        rule "no ending"
                            agenda-group "legality"
                        when
                            $m : EndTurn( $p : player )
                        then
                            law.forbid($m, "not you, " + $p);
                        end
                        """);
        String before = game.state().hash();

        Decided decided = game.move("ann", new Command.EndTurn());

        assertThat(GameUnderTest.refusal(decided))
                .isEqualTo(new Refusal.Forbidden(1, 1, "no ending", "not you, ann"));
        assertThat(decided.events()).isEmpty();
        assertThat(game.state().hash()).isEqualTo(before);
    }

    @Test
    void a_rule_that_activates_itself_is_suspended_with_a_hint() {
        GameUnderTest game =
                game(
                        TURN_TO.formatted("ann"),
                        """
                        rule "on and on"
                        when
                            Turn( $p : player )
                        then
                            law.passTurn($p, 1);
                        end
                        """);

        List<Event> events = game.endTurn("ann");

        assertThat(events.getFirst())
                .isInstanceOfSatisfying(
                        Event.RuleSuspended.class,
                        suspended -> {
                            assertThat(suspended.rule()).isEqualTo(2);
                            assertThat(suspended.why()).contains("react to an event fact");
                        });
        assertThat(events).contains(new Event.TurnStarted(1, 1, "ann"));
        assertThat(game.rule(2).status()).isEqualTo(RuleStatus.SUSPENDED);
    }

    @Test
    void the_old_rules_score_the_vote_and_the_changed_rules_settle_it() {
        GameUnderTest game =
                game(
                        GameUnderTest.ADOPTED_BY_ALL,
                        """
                        rule "a closed vote pays"
                        when
                            VoteClosed( adopted, $p : author )
                        then
                            law.award($p, 10);
                        end
                        """);
        game.change(
                Kind.AMEND,
                2,
                """
                rule "a closed vote pays much"
                when
                    VoteClosed( adopted, $p : author )
                then
                    law.award($p, 1000);
                end
                rule "a settled vote pays a little"
                when
                    VoteSettled( adopted, $p : author )
                then
                    law.award($p, 1);
                end
                """);

        assertThat(game.points("ann")).isEqualTo(11);
    }

    @Test
    void a_match_may_wait_for_the_end_of_a_round() {
        GameUnderTest game =
                game(
                        """
                        declare Mark  seen : boolean end
                        rule "while it is there"
                        when
                            TurnEnded()
                            not Mark()
                        then
                            insert(new Mark(true));
                        end
                        rule "when it is gone"
                        when
                            Mark()
                            not TurnEnded()
                        then
                            law.announce("gone");
                        end
                        """);

        assertThat(game.endTurn("ann")).contains(new Event.Announced("gone"));
    }

    @Test
    void the_dice_depend_on_the_match_and_not_on_the_order_of_firing() {
        String[] rules = {
            """
            rule "everybody throws"
            when
                TurnEnded()
                Player( $p : name )
            then
                law.award($p, law.roll(1000));
            end
            """
        };
        GameUnderTest one = game(rules);
        GameUnderTest other = game(rules);
        assertThat(one.endTurn("ann")).isEqualTo(other.endTurn("ann"));
        assertThat(one.points("ann")).isNotEqualTo(one.points("bob"));
    }

    @Test
    void a_stale_amendment_is_void() {
        GameUnderTest game = game(GameUnderTest.ADOPTED_BY_ALL, TURN_TO.formatted("ann"));
        propose(game, TURN_TO.formatted("bob"));
        propose(game, TURN_TO.formatted("ann") + "\n");
        vote(game, 4, "ann");
        vote(game, 4, "bob");
        vote(game, 3, "ann");

        List<Event> events = vote(game, 3, "bob");

        assertThat(events).filteredOn(Event.AdoptionVoid.class::isInstance).hasSize(1);
        assertThat(events).contains(new Event.VoteSettled(3, "ann", false, 0));
        assertThat(game.rule(2).revision()).isEqualTo(2);
    }

    private static void propose(GameUnderTest game, String code) {
        game.move("ann", new Command.Propose(Kind.AMEND, 2, "Turns", "", code));
    }

    private static List<Event> vote(GameUnderTest game, int proposal, String player) {
        return events(game.move(player, new Command.Vote(proposal, Choice.FOR, null)));
    }

    @Test
    void a_rule_that_reads_one_property_does_not_fire_when_another_changes() {
        GameUnderTest game =
                game(
                        """
                        rule "ending pays"
                        when
                            TurnEnded( $p : player )
                        then
                            law.award($p, 1);
                        end
                        rule "accounts are announced"
                        when
                            Holding( $owner : owner )
                        then
                            law.announce("account of {}", $owner);
                        end
                        """);

        assertThat(game.endTurn("ann")).contains(new Event.Announced("account of ann"));
        assertThat(game.endTurn("ann"))
                .contains(new Event.HoldingChanged("ann", "points", 1, 2))
                .doesNotContain(new Event.Announced("account of ann"));
    }

    @Test
    void a_rule_that_counts_fires_once_for_a_count() {
        GameUnderTest game =
                game(
                        """
                        rule "two ballots pay"
                        when
                            $p : Proposal( open, $n : number, $author : author )
                            accumulate( Ballot( proposal == $n, $v : voter ); $cast : count( $v ); $cast >= 2 )
                        then
                            law.award($author, 5);
                        end
                        """);
        game.move("ann", new Command.Propose(Kind.ENACT, 0, "A custom", "", ""));
        vote(game, 2, "ann");

        vote(game, 2, "bob");

        assertThat(game.points("ann")).isEqualTo(5);
    }

    @Test
    void the_offers_of_a_player_end_when_the_player_leaves() {
        GameUnderTest game =
                game(
                        """
                        rule "everybody may bid"
                        when
                            GameStarted()
                            Player( $p : name )
                        then
                            law.offer($p, "bid", "Bid");
                        end
                        """);
        assertThat(game.state().offers()).hasSize(2);

        game.move("ann", new Command.Forfeit());

        assertThat(game.state().offers().values())
                .singleElement()
                .satisfies(offer -> assertThat(offer.offer().player()).isEqualTo("bob"));
    }
}
