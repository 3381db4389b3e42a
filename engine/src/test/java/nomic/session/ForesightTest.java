package nomic.session;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Command;
import nomic.game.Event;
import nomic.game.Limit;
import nomic.game.Limits;
import nomic.law.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class ForesightTest {
    private static final List<String> PLAYERS = List.of("ann", "bob");

    private static final String WATCH =
            """
            rule "the rules stay changeable"
                agenda-group "legality"
            when
                $c : Claim( kind == ClaimKind.ADOPT, $n : proposal )
                Outlook( proposal == $n, !changeable, $why : why )
            then
                law.forbid($c, $why);
            end
            """;

    private static GameUnderTest game(Limits limits) {
        return GameUnderTest.of(limits, PLAYERS, GameUnderTest.ADOPTED_BY_ALL, WATCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                rule "nobody proposes" agenda-group "legality"
                when $m : Propose() then law.forbid($m, "enough"); end
                """,
                """
                rule "nobody votes for it" agenda-group "legality"
                when $m : Vote( choice == Choice.FOR ) then law.forbid($m, "enough"); end
                """,
                """
                rule "nothing is adopted" agenda-group "legality"
                when $c : Claim( kind == ClaimKind.ADOPT ) then law.forbid($c, "enough"); end
                """,
                """
                rule "all sleep" when Player( active, $p : name )
                then law.setStanding($p, Standing.IDLE); end
                """,
                """
                rule "all are removed" when Player( active, $p : name )
                then law.removePlayer($p, "so"); end
                """
            })
    void what_would_end_all_change_is_seen_before_it_is_adopted(String code) {
        assertThat(game(Limits.STANDARD).enact(code))
                .anyMatch(Event.Overruled.class::isInstance)
                .noneMatch(Event.RuleEnacted.class::isInstance);
    }

    @Test
    void a_proposal_that_is_open_already_is_no_way_to_change_the_rules() {
        GameUnderTest game = game(Limits.STANDARD);
        game.move("ann", new Command.Propose(Kind.ENACT, 0, "Older", "So be it.", ""));

        List<Event> events =
                game.enact(
                        """
                        rule "nobody proposes" agenda-group "legality"
                        when $m : Propose() then law.forbid($m, "enough"); end
                        """);

        assertThat(events)
                .anyMatch(Event.Overruled.class::isInstance)
                .noneMatch(Event.RuleEnacted.class::isInstance);
    }

    @Test
    void a_proposal_that_bars_the_next_is_withdrawn_when_the_game_is_played_ahead() {
        GameUnderTest game = game(Limits.STANDARD);
        game.move("ann", new Command.Propose(Kind.ENACT, 0, "Older", "So be it.", ""));

        List<Event> events =
                game.enact(
                        """
                        rule "one at a time" agenda-group "legality"
                        when
                            $m : Propose()
                            exists Proposal( open )
                        then law.forbid($m, "one at a time"); end
                        """);

        assertThat(events).anyMatch(Event.RuleEnacted.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                rule "bob proposes" agenda-group "legality"
                when $m : Propose( player != "bob" ) then law.forbid($m, "bob does"); end
                """,
                """
                rule "a pause" when ProposalMade() then law.schedule("p", law.now().plusSeconds(9)); end
                rule "no votes in the pause" agenda-group "legality"
                when $m : Vote() Deadline( name == "p" ) then law.forbid($m, "not yet"); end
                """,
                """
                rule "a key" when Player( active, $p : name ) then law.offer($p, "key", "Turn it"); end
                declare Turned by : String end
                rule "it turns" when Act( name == "key", $p : player ) then insert(new Turned($p)); end
                rule "locked" agenda-group "legality"
                when $m : Propose() not Turned() then law.forbid($m, "locked"); end
                """
            })
    void what_leaves_a_way_is_adopted(String code) {
        assertThat(game(Limits.STANDARD).enact(code)).anyMatch(Event.RuleEnacted.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                rule "endless" when BallotCast() then while (true) { law.now(); } end
                """,
                """
                rule "broken" when BallotCast() then law.award("nobody", 1); end
                """,
                """
                rule "endless prohibition" agenda-group "legality"
                when $m : Propose() then int i = 0; while (i >= 0) { i = i * 3 % 7; } end
                """
            })
    void a_rule_that_breaks_when_it_is_played_with_does_not_stand_in_the_way(String code) {
        Limits limits = Limits.STANDARD.with(Limit.FUEL, 300_000);

        List<Event> events = game(limits).enact(code);

        assertThat(events)
                .anyMatch(Event.RuleEnacted.class::isInstance)
                .noneMatch(Event.RuleSuspended.class::isInstance);
    }

    @Test
    void without_a_rule_that_looks_nothing_is_played_ahead() {
        GameUnderTest game = GameUnderTest.of(PLAYERS, GameUnderTest.ADOPTED_BY_ALL);

        List<Event> events =
                game.enact(
                        """
                        rule "nobody proposes" agenda-group "legality"
                        when $m : Propose() then law.forbid($m, "enough"); end
                        """);

        assertThat(events).anyMatch(Event.RuleEnacted.class::isInstance);
    }
}
