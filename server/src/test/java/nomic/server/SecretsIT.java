package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What rules conceal leaves the server for nobody else, by any way, until it is revealed. */
@ExtendWith(SharedServer.class)
final class SecretsIT {
    /** Values of cards have a form that nothing else has. */
    private static final Pattern CARD = Pattern.compile("7700(?!00)\\d\\d");

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
                insert(new Card($p, 770000 + law.rollSecretly(13, $p)));
            end
            rule "is for its owner alone"
            when
                $c : Card( $p : owner )
            then
                law.conceal($c, $p);
            end
            rule "a card pays"
            when
                Card( $p : owner )
            then
                law.award($p, 1);
            end
            rule "whoever forfeits shows all"
            when
                Forfeit( $p : player )
                $c : Card( owner == $p )
            then
                law.reveal($c);
            end
            """;

    private static final String SPYING =
            """
            import nomic.rule.r2.Card;
            rule "tell"
            when
                Card( $p : owner, $v : value )
            then
                law.award($p, $v);
            end
            """;

    private static final String SECRET_BALLOTS =
            """
            rule "secret"
            when
                Proposal( status == Status.VOTING, $n : number )
                $b : Ballot( proposal == $n, $v : voter )
            then
                law.conceal($b, $v);
            end
            rule "shown"
            when
                VoteClosed( $n : proposal )
                $b : Ballot( proposal == $n )
            then
                law.reveal($b);
            end
            """;

    private static String cardsIn(String text) {
        var found = new ArrayList<String>();
        CARD.matcher(text).results().forEach(result -> found.add(result.group()));
        return String.join(" ", found);
    }

    private static String cardGame(Person ann, Person bob) {
        String game = ann.createsGame("blank");
        bob.joins(game).expect(200);
        ann.starts(game).expect(200);
        ann.proposes(game, "Cards", CARDS).expect(201);
        return game;
    }

    private static List<String> readingsOf(String game, Person of) {
        return List.of(
                game,
                game + "/events",
                game + "/facts",
                game + "/commands",
                game + "/rules",
                game + "/proposals",
                game + "/why?fact=holding/" + of.name() + "/points",
                game + "/rule-base");
    }

    @Test
    void a_hand_of_cards_is_read_by_its_owner_alone(Api api, Person ann, Person bob) {
        String game = cardGame(ann, bob);

        String answer = ann.post(game + "/end-turn", "{}").expect(200).toString();

        assertThat(cardsIn(answer)).isNotEmpty();
        assertThat(answer).doesNotContain("salt");
        assertThat(cardsIn(ann.get(game + "/facts").expect(200).toString())).isNotEmpty();
        for (String path : readingsOf(game, ann)) {
            assertThat(cardsIn(bob.get(path).response().body())).as("bob reads " + path).isEmpty();
            assertThat(cardsIn(api.get(path).response().body()))
                    .as("strangers read " + path)
                    .isEmpty();
        }
        assertThat(bob.get(game + "/events").response().body())
                .contains("\"Hidden\"")
                .doesNotContain("\"result\"");
        assertThat(bob.get(game + "/facts").response().body()).contains("\"hidden\":true");
    }

    @Test
    void causes_and_answers_to_why_have_no_secrets_of_others(Person ann, Person bob) {
        String game = cardGame(ann, bob);
        ann.post(game + "/end-turn", "{}").expect(200);
        String fact = "/why?depth=6&fact=holding/" + ann.name() + "/points";

        JsonNode told = bob.get(game + fact).expect(200);

        assertThat(told.toString()).contains("a card pays");
        assertThat(cardsIn(told.toString())).isEmpty();
    }

    @Test
    void previews_and_doubts_know_no_more_than_who_asks(Person ann, Person bob) {
        String game = cardGame(ann, bob);
        ann.post(game + "/end-turn", "{}").expect(200);
        String draft = Person.proposal("Spying", SPYING);

        assertThat(cardsIn(ann.post(game + "/preview", draft).expect(200).toString()))
                .as("ann knows her own card")
                .isNotEmpty();
        assertThat(cardsIn(bob.post(game + "/preview", draft).expect(200).toString())).isEmpty();
        String doubt = draft.replaceFirst("\\{", "{\"type\": \"propose\", ");
        assertThat(cardsIn(bob.post(game + "/why-not", doubt).expect(200).toString())).isEmpty();
    }

    @Test
    void sockets_and_streams_tell_no_secrets_until_they_are_revealed(Person ann, Person bob) {
        String game = cardGame(ann, bob);
        try (var owner = LiveClient.connect(ann);
                var other = LiveClient.connect(bob);
                var stranger = LiveClient.connect(ann.api())) {
            List.of(owner, other, stranger).forEach(client -> client.subscribe(game, 0));
            ann.post(game + "/end-turn", "{}").expect(200);

            assertThat(cardsIn(owner.event("FactInserted").toString())).isNotEmpty();
            assertThat(cardsIn(other.event("Hidden").toString())).isEmpty();
            JsonNode hidden =
                    stranger.next(f -> f.at("/event/what").asText().equals("FactInserted"));
            assertThat(hidden.at("/event/key").asText()).startsWith("Fact/");

            ann.post(game + "/forfeit", "{}").expect(200);
            assertThat(cardsIn(other.event("FactRevealed").toString())).isNotEmpty();
            assertThat(cardsIn(stranger.event("FactRevealed").toString())).isNotEmpty();
        }
    }

    @Test
    void ballots_are_secret_until_the_vote_is_over(Api api, Person ann, Person bob, Person cyd) {
        String game = ann.createsGame("suber");
        bob.joins(game).expect(200);
        cyd.joins(game).expect(200);
        ann.starts(game).expect(200);
        ann.proposes(game, "Secret ballots", SECRET_BALLOTS).expect(201);
        List.of(ann, bob, cyd).forEach(each -> each.votes(game, 301, "for").expect(200));
        bob.proposes(game, "A custom", "").expect(201);
        bob.votes(game, 302, "for").expect(200);

        cyd.votes(game, 302, "abstain").expect(200);

        JsonNode own = cyd.get(game + "/proposals/302").expect(200).path("ballots");
        assertThat(own.toString()).contains("abstain");
        JsonNode others = ann.get(game + "/proposals/302").expect(200).path("ballots");
        assertThat(others).hasSize(2);
        assertThat(others.toString()).contains(cyd.name()).doesNotContain("abstain", "choice");
        for (var reader : List.of(ann.get(game + "/events"), api.get(game + "/facts"))) {
            assertThat(reader.response().body()).doesNotContainIgnoringCase("\"abstain\"");
        }

        ann.votes(game, 302, "for").expect(200);

        assertThat(ann.get(game + "/proposals/302").response().body()).contains("abstain");
    }

    @Test
    void who_is_told_by_a_webhook_or_a_bot_learns_no_secret(Person ann, Person bob) {
        String game = cardGame(ann, bob);
        ann.post(game + "/bots", "{\"kind\": \"careful\"}").expect(201);

        ann.post(game + "/end-turn", "{}").expect(200);

        assertThat(cardsIn(bob.get("/api/v1/me/notifications").response().body())).isEmpty();
        assertThat(cardsIn(bob.get("/api/v1/me/export").response().body())).isEmpty();
    }
}
