package nomic.session;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Event;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class HostileAsksTest {
    private static List<Event> events(String actions) {
        return events("", actions);
    }

    private static List<Event> events(String declared, String actions) {
        GameUnderTest game =
                GameUnderTest.of(
                        List.of("ann", "bob"),
                        declared + "rule \"r\" when TurnEnded() then\n" + actions + "\nend\n");
        return game.endTurn("ann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "law.numberProposalsFrom(Integer.MAX_VALUE);",
                "law.renumber(1, -5);",
                "law.renumber(1, Integer.MAX_VALUE);",
                "law.setStanding(\"ann\", Standing.FORFEITED);",
                "law.setStanding(\"ann\", null);",
                "law.setStanding(\"nobody\", Standing.IDLE);",
                "law.removePlayer(\"nobody\", \"why\");",
                "law.castBallot(301, \"ann\", Choice.FOR);",
                "law.suspend(999, \"why\");",
                "law.deferTo(999);",
                "law.prevailOver(0);",
                "law.appointJudge(1, \"ann\");",
                "law.overrule(1);",
                "law.closeCase(1);",
                "law.offer(\"ann\", \"o\", \"t\", Input.number(null, 1, 2));",
                "law.offer(\"ann\", \"o\", \"t\", Input.number(\"n\".repeat(100), 1, 2));",
                "for (int i = 0; i < 1500; i++) { law.offer(\"ann\", \"a\" + i, \"t\");"
                        + " law.award(\"ann\", \"a\" + i, 1); }"
            })
    void what_a_game_cannot_keep_suspends_the_rule_that_asks_for_it(String actions) {
        assertThat(events(actions)).anyMatch(Event.RuleSuspended.class::isInstance);
    }

    @Test
    void a_game_keeps_a_bounded_number_of_offers() {
        GameUnderTest game =
                GameUnderTest.of(
                        List.of("ann", "bob"),
                        """
                        rule "offers" when
                            TurnEnded()
                            accumulate( $o : Offer(); $n : count($o) )
                        then
                            for (int i = 0; i < 900; i++) {
                                law.offer("ann", "o" + $n + "-" + i, "t");
                            }
                        end
                        """);

        game.endTurn("ann");
        game.endTurn("bob");
        List<Event> third = game.endTurn("ann");

        assertThat(third)
                .anySatisfy(
                        event ->
                                assertThat(event)
                                        .isInstanceOfSatisfying(
                                                Event.RuleSuspended.class,
                                                s -> assertThat(s.why()).contains("2000 offers")));
    }

    @Test
    void an_announcement_is_short_whatever_it_is_made_of() {
        List<Event> events =
                events(
                        """
                        String s = "x".repeat(4000000);
                        Object[] all = new Object[1000];
                        for (int i = 0; i < 1000; i++) {
                            all[i] = s;
                        }
                        law.announce("{}".repeat(1000), all);
                        for (int i = 0; i < 1000; i++) {
                            law.announce(s);
                        }
                        """);

        assertThat(events)
                .filteredOn(Event.Announced.class::isInstance)
                .hasSize(1001)
                .allMatch(event -> ((Event.Announced) event).text().equals("x".repeat(500)));
    }

    @Test
    void an_announcement_is_plain_text() {
        List<Event> events =
                events(
                        """
                        law.announce("a" + (char) 0xD800 + (char) 0x85 + (char) 0x202E + "z");
                        law.announce("y" + ("" + (char) 0xD83D + (char) 0xDE00).repeat(400));
                        """);

        assertThat(events)
                .filteredOn(Event.Announced.class::isInstance)
                .extracting(event -> ((Event.Announced) event).text())
                .containsExactly("a   z", "y" + "\uD83D\uDE00".repeat(249));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.List l = new java.util.ArrayList(); Box b = new Box(); b.setItems(l);"
                        + " insert(b); l.add(l);",
                "java.util.List top = new java.util.ArrayList(); java.util.List l = top;"
                        + " for (int i = 0; i < 20; i++) {"
                        + " java.util.List m = new java.util.ArrayList();"
                        + " for (int k = 0; k < 100; k++) { l.add(m); } l = m; }"
                        + " Box b = new Box(); b.setItems(top); insert(b);"
            })
    void a_fact_cannot_keep_a_list_without_end(String actions) {
        String box = "declare Box items : java.util.List end\n";

        assertThat(events(box, actions))
                .anySatisfy(
                        event ->
                                assertThat(event)
                                        .isInstanceOfSatisfying(
                                                Event.RuleSuspended.class,
                                                s ->
                                                        assertThat(s.why())
                                                                .containsAnyOf(
                                                                        "cannot keep",
                                                                        "out of fuel")));
    }
}
