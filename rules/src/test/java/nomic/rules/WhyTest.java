package nomic.rules;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.code.Checker;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Event;
import nomic.game.Limits;
import nomic.game.Occurrence;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.log.Recorded;
import nomic.ruleset.Rulesets;
import nomic.script.Table;
import nomic.session.Interpreter;
import nomic.why.Chronicle;
import nomic.why.Doubter;
import nomic.why.Explainer;
import nomic.why.Link;
import nomic.why.NotWon;
import nomic.why.NotWon.Standing;
import nomic.why.Why;
import nomic.why.WhyNot;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Why things are as they are, in a game by Suber's rules with one law more. */
final class WhyTest {
    private static final Instant BEGINS = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LATER = BEGINS.plusSeconds(3600);
    private static final Checker CHECKER = new Checker();
    private static final Interpreter INTERPRETER = new Interpreter(CHECKER);
    private static final Table TABLE = new Table(INTERPRETER, 1, BEGINS);
    private static final Doubter DOUBTER = new Doubter(INTERPRETER, CHECKER);
    private static final String BONUS =
            """
            rule "a vote for a change is worth a point"
            when
                VoteClosed( adopted, $n : proposal )
                Ballot( proposal == $n, choice == Choice.FOR, $p : voter )
            then
                law.award($p, 1);
            end
            """;

    private static Chronicle chronicle = new Chronicle();

    @BeforeAll
    static void play() {
        TABLE.open(
                Rulesets.onClassPath().get("suber").game("A game", Limits.STANDARD),
                List.of("ann", "bob", "cyd"));
        turn("ann", new Command.Propose(Kind.ENACT, 0, "A point for votes", "So be it.", BONUS));
        turn("bob", new Command.Propose(Kind.ENACT, 0, "A custom", "So be it.", ""));
        chronicle = chronicleOf(TABLE.history());
    }

    @AfterAll
    static void close() {
        INTERPRETER.close();
    }

    private static void turn(String player, Command.Propose change) {
        int number = TABLE.state().nextProposal();
        TABLE.move(player, change);
        TABLE.poll(new Command.Vote(number, Choice.FOR, null));
    }

    private static Chronicle chronicleOf(List<Decided> history) {
        var chronicle = new Chronicle();
        for (Decided decided : history) {
            for (Occurrence occurrence : decided.events()) {
                chronicle.add(
                        new Recorded(
                                chronicle.head() + 1,
                                decided.envelope().at(),
                                decided.envelope().player(),
                                decided.envelope().id(),
                                occurrence));
            }
        }
        return chronicle;
    }

    private static long seq(Predicate<Event> which) {
        long found = 0;
        long seq = 0;
        for (Decided decided : TABLE.history()) {
            for (Occurrence occurrence : decided.events()) {
                seq++;
                found = which.test(occurrence.event()) ? seq : found;
            }
        }
        return found;
    }

    private static Explainer explainer() {
        return new Explainer(chronicle, TABLE.state(), 6);
    }

    private static Stream<Link> all(Link link) {
        return Stream.concat(Stream.of(link), link.because().stream().flatMap(WhyTest::all));
    }

    private static List<Link.What> kinds(Why why) {
        return why.chain().stream().flatMap(WhyTest::all).map(Link::what).distinct().toList();
    }

    @Test
    void an_event_has_a_chain_from_the_rule_to_the_ballots() {
        long point =
                seq(
                        e ->
                                e instanceof Event.HoldingChanged h
                                        && h.owner().equals("cyd")
                                        && h.to() == 1);
        Why why = Objects.requireNonNull(explainer().event(point));

        assertThat(kinds(why))
                .contains(
                        Link.What.EVENT,
                        Link.What.RULE,
                        Link.What.FACT,
                        Link.What.PROPOSAL,
                        Link.What.BALLOT,
                        Link.What.FOUNDING,
                        Link.What.MOVE);
        assertThat(why.text())
                .contains(
                        "cyd came from 0 to 1 points",
                        "“a vote for a change is worth a point”, made it so.",
                        "It matched VoteClosed (proposal 302",
                        "It was proposed by ann as proposal 301, “A point for votes”.",
                        "bob voted for on proposal 301.",
                        "Rule 203, revision 1,",
                        "The rule stands so in the ruleset suber");
    }

    @Test
    void facts_have_their_history() {
        assertThat(fact("holding/cyd/points")).contains("cyd holds 1 points.", "from 0 to 1");
        assertThat(fact("rule/301")).contains("Rule 301", "is in-force", "proposed by ann");
        assertThat(fact("rule/112")).contains("stands so in the ruleset");
        assertThat(fact("turn")).contains("It is the turn of cyd.", "Rule 201");
        assertThat(fact("player/bob")).contains("bob is active.", "bob made the move “join”");
        assertThat(fact("proposal/302")).contains("Proposal 302 is adopted.");
    }

    private static String fact(String fact) {
        return Objects.requireNonNull(explainer().fact(fact), fact).text();
    }

    @Test
    void what_does_not_exist_has_no_answer() {
        assertThat(explainer().event(0)).isNull();
        assertThat(explainer().event(100_000)).isNull();
        for (String fact :
                List.of(
                        "",
                        "turn/1",
                        "holding/zed/points",
                        "rule/999",
                        "rule/x",
                        "fact/1",
                        "offer/ann/x",
                        "x/y/z",
                        "deadline/no")) {
            assertThat(explainer().fact(fact)).describedAs(fact).isNull();
        }
    }

    @Test
    void a_forbidden_move_is_explained_by_every_rule_that_forbids_it() {
        WhyNot why =
                DOUBTER.move(
                        TABLE.state(),
                        LATER,
                        "ann",
                        new Command.Propose(Kind.REPEAL, 101, "No more", "", ""));

        assertThat(why.permitted()).isFalse();
        assertThat(why.obstacles()).extracting(WhyNot.Obstacle::rule).containsExactly(103, 202);
        WhyNot.Obstacle turn = why.obstacles().getLast();
        assertThat(turn.reason()).contains("It is the turn of cyd");
        assertThat(turn.conditions()).hasSize(2);
        assertThat(turn.facts()).extracting(fact -> fact.get("type")).contains("Propose", "Turn");
        assertThat(why.text()).contains("It would not, if one of these did not hold:");
    }

    @Test
    void a_move_that_is_permitted_is_said_to_be() {
        WhyNot why =
                DOUBTER.move(
                        TABLE.state(),
                        LATER,
                        "cyd",
                        new Command.Propose(Kind.ENACT, 0, "Tea", "", ""));

        assertThat(why.permitted()).isTrue();
        assertThat(why.events()).contains("cyd made proposal 303, “Tea”");
    }

    @Test
    void a_malformed_move_has_a_next_step() {
        WhyNot why =
                DOUBTER.move(TABLE.state(), LATER, "ann", new Command.Vote(999, Choice.FOR, null));

        assertThat(why.obstacles().getFirst().kind()).isEqualTo(WhyNot.Kind.MALFORMED);
        assertThat(why.obstacles().getFirst().hint()).isNotEmpty();
    }

    @Test
    void who_has_not_won_is_told_what_is_missing() {
        NotWon why = DOUBTER.win(TABLE.state(), LATER, "cyd");

        assertThat(why.ways()).extracting(NotWon.Way::rule).contains(208);
        NotWon.Way points =
                why.ways().stream().filter(way -> way.rule() == 208).findFirst().orElseThrow();
        assertThat(points.conditions())
                .extracting(NotWon.Condition::standing)
                .containsExactly(Standing.FAILS, Standing.OPEN);
        assertThat(points.conditions().getFirst().facts())
                .containsExactly(
                        Map.of("type", "Holding", "owner", "cyd", "asset", "points", "amount", 1L));
    }

    @Test
    void asking_changes_nothing() {
        String before = TABLE.state().hash();
        DOUBTER.win(TABLE.state(), LATER, "ann");
        DOUBTER.move(TABLE.state(), LATER, "ann", new Command.Join());

        assertThat(TABLE.state().hash()).isEqualTo(before);
    }

    @Test
    void a_thousand_events_are_walked_once() {
        var history = new ArrayList<Decided>();
        while (history.size() < 1_000) {
            history.addAll(TABLE.history());
        }
        Chronicle walked = chronicleOf(history);
        Why why =
                Objects.requireNonNull(
                        new Explainer(walked, TABLE.state(), 1).event(walked.head()));

        assertThat(why.chain().stream().flatMap(WhyTest::all).count()).isLessThan(1_000);
        assertThat(why.leftOut()).isPositive();
        assertThat(why.text()).contains("Left out");
    }
}
