package nomic.session;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Canonical;
import nomic.game.Cause;
import nomic.game.Command;
import nomic.game.Event;
import nomic.game.Logged;
import nomic.game.Occurrence;
import nomic.game.Recent;
import nomic.law.Choice;
import nomic.law.Kind;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Objects;

class SecretsTest {
    private static final String SECRET_BALLOTS =
            """
            rule "ballots are secret while the vote is open"
            when
                Proposal( status == Status.VOTING, $n : number )
                $b : Ballot( proposal == $n, $v : voter )
            then
                law.conceal($b, $v);
            end
            rule "and shown when it is over"
            when
                VoteClosed( $n : proposal )
                $b : Ballot( proposal == $n )
            then
                law.reveal($b);
            end
            """;

    private static final String OPENED_AT_ONCE =
            """
            rule "votes begin at once"
            when
                ProposalMade( $n : proposal )
            then
                law.openVote($n);
            end
            """;

    private static final String CARDS =
            """
            declare Card
                owner : String
                value : int
            end
            rule "a card for who ends a turn"
            when
                TurnEnded( $p : player )
            then
                insert(new Card($p, 100 + law.rollSecretly(13, $p)));
            end
            rule "is for its owner alone"
            when
                $c : Card( $p : owner )
            then
                law.conceal($c, $p);
            end
            rule "a high card pays"
            when
                Card( $p : owner, value > 100 )
            then
                law.award($p, 1);
            end
            """;

    private final GameUnderTest voting =
            GameUnderTest.of(
                    List.of("ann", "bob"),
                    GameUnderTest.ADOPTED_BY_ALL,
                    OPENED_AT_ONCE,
                    SECRET_BALLOTS);
    private final GameUnderTest cards = GameUnderTest.of(List.of("ann", "bob"), CARDS);

    private int proposed() {
        int number = voting.state().nextProposal();
        voting.move("ann", new Command.Propose(Kind.ENACT, 0, "A custom", "We greet.", ""));
        return number;
    }

    private List<Occurrence> voted(String voter, int proposal, Choice choice) {
        return voting.move(voter, new Command.Vote(proposal, choice, null)).events();
    }

    private Map<String, Choice> ballots(@Nullable String viewer, int proposal) {
        return Objects.requireNonNull(voting.state().seenBy(viewer).proposals().get(proposal))
                .ballots();
    }

    private static String seen(List<Occurrence> occurrences, String viewer) {
        return Canonical.text(occurrences.stream().map(each -> each.seenBy(viewer)).toList());
    }

    @Test
    void a_concealed_ballot_is_seen_by_its_voter_alone() {
        int proposal = proposed();

        List<Occurrence> cast = voted("ann", proposal, Choice.AGAINST);

        assertThat(seen(cast, "ann")).contains("AGAINST");
        assertThat(seen(cast, "bob")).contains("Hidden", "Ballot/").doesNotContain("AGAINST");
        assertThat(ballots("ann", proposal)).hasSize(1);
        assertThat(ballots("bob", proposal)).isEmpty();
    }

    @Test
    void revealed_ballots_are_seen_by_all() {
        int proposal = proposed();
        voted("ann", proposal, Choice.FOR);

        List<Occurrence> last = voted("bob", proposal, Choice.FOR);

        assertThat(last)
                .extracting(Occurrence::event)
                .filteredOn(Event.FactRevealed.class::isInstance)
                .hasSize(2);
        assertThat(voting.state().secrets()).isEmpty();
        assertThat(ballots(null, proposal)).hasSize(2);
    }

    @Test
    void a_card_is_dealt_in_secret_with_its_dice_and_in_no_cause() {
        List<Occurrence> dealt = cards.move("ann", new Command.EndTurn()).events();

        assertThat(seen(dealt, "ann")).contains("\"value\":1", "DiceRolled");
        assertThat(seen(dealt, "bob"))
                .doesNotContain("\"value\":1", "DiceRolled\",\"", "\"result\"", "salt");
        assertThat(dealt)
                .extracting(Occurrence::event)
                .filteredOn(Event.HoldingChanged.class::isInstance)
                .hasSize(1);
        assertThat(dealt)
                .extracting(Occurrence::cause)
                .filteredOn(Cause.ByRule.class::isInstance)
                .asString()
                .doesNotContain("value=1");
    }

    @Test
    void a_concealed_fact_stays_secret_when_it_changes_and_goes() {
        cards.endTurn("ann");
        cards.endTurn("bob");

        assertThat(cards.state().facts()).hasSize(2);
        assertThat(cards.state().seenBy("ann").facts()).hasSize(1);
        assertThat(cards.state().seenBy(null).facts()).isEmpty();
        assertThat(cards.state().seenBy(null).secrets()).isEmpty();
    }

    @Test
    void hashes_of_the_state_are_salted_with_what_nobody_knows() {
        cards.endTurn("ann");

        assertThat(cards.state().secrets().firstEntry().getValue().salt()).hasSize(64);
        assertThat(Canonical.text(cards.state())).contains("salt");
    }

    @Test
    void what_somebody_knows_of_the_last_commands_begins_after_the_last_secret() {
        var first = cards.move("ann", new Command.EndTurn());
        var second =
                cards.move("bob", new Command.Propose(Kind.ENACT, 0, "A custom", "We greet.", ""));
        var recent =
                Recent.NONE
                        .then(new Logged(first.envelope(), first.outcome(), first.events()))
                        .then(new Logged(second.envelope(), second.outcome(), second.events()));

        Recent known = recent.seenBy("bob");

        assertThat(known.commands()).hasSize(1);
        assertThat(Canonical.text(known)).doesNotContain("\"value\":1");
    }

    @Test
    void a_rule_that_would_hide_what_all_may_see_breaks() {
        var game =
                GameUnderTest.of(
                        List.of("ann", "bob"),
                        """
                        rule "hides a player"
                        when
                            TurnEnded( $p : player )
                            $x : Player( name == $p )
                        then
                            law.conceal($x, $p);
                        end
                        """);

        List<Event> events = game.endTurn("ann");

        assertThat(events)
                .filteredOn(Event.RuleSuspended.class::isInstance)
                .asString()
                .contains("only a Ballot, an Offer and a fact of a rule's own can be secret");
    }

    @Test
    void other_rules_may_forbid_secrets() {
        var game =
                GameUnderTest.of(
                        List.of("ann", "bob"),
                        CARDS,
                        """
                        rule "nothing is secret"
                            agenda-group "legality"
                        when
                            $c : Claim( kind == ClaimKind.CONCEAL, subject == "Card" )
                        then
                            law.forbid($c, "we play with open cards");
                        end
                        """);

        game.endTurn("ann");

        assertThat(game.state().secrets()).isEmpty();
        assertThat(game.state().seenBy(null).facts()).hasSize(1);
    }

    @Test
    void secrets_end_with_the_game() {
        var game =
                GameUnderTest.of(
                        List.of("ann", "bob"),
                        CARDS,
                        """
                        rule "bob ends it"
                        when
                            TurnEnded( player == "bob" )
                        then
                            law.declareWinner("bob", "so");
                        end
                        """);
        game.endTurn("ann");
        assertThat(game.state().secrets()).hasSize(1);

        game.endTurn("bob");

        assertThat(game.state().secrets()).isEmpty();
        assertThat(game.state().seenBy(null).facts()).hasSize(2);
    }
}
