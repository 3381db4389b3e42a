package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.class)
final class BotsIT {
    private static void seats(Person master, String game, String kind) {
        JsonNode bot =
                master.post(game + "/bots", "{\"kind\": \"%s\"}".formatted(kind)).expect(201);
        assertThat(bot.path("name").asText()).startsWith(kind + ":");
    }

    private static JsonNode ballots(Person person, String game, int proposal) {
        return person.get(game + "/proposals/" + proposal).expect(200).path("ballots");
    }

    @Test
    void a_first_game_is_played_alone_against_a_bot(Person ann) {
        String game = ann.createsGame("suber");
        seats(ann, game, "random");
        JsonNode bot = ann.get(game).expect(200).path("players").path(1);
        assertThat(bot.path("name").asText()).isEqualTo("random:1");
        assertThat(bot.path("bot").asBoolean()).isTrue();
        try (LiveClient events = LiveClient.connect(ann)) {
            events.subscribe(game, 0);
            ann.starts(game).expect(200);
            ann.proposes(game, "Greetings", "").expect(201);
            ann.votes(game, 301, "for").expect(200);

            JsonNode ballot = events.next(BotsIT::isBallotOfTheBot).path("event");
            assertThat(ballot.path("proposal").asInt()).isEqualTo(301);
            events.next(frame -> made(frame, "random:1"));
            JsonNode own = events.next(BotsIT::isBallotOfTheBot).path("event");
            assertThat(own.path("choice").asText()).as("it ends the debate").isEqualTo("for");
            ann.votes(game, own.path("proposal").asInt(), "for").expect(200);
            events.event("VoteSettled");
        }
    }

    private static boolean isBallotOfTheBot(JsonNode frame) {
        JsonNode event = frame.path("event");
        return event.path("type").asText().equals("BallotCast")
                && event.path("voter").asText().equals("random:1");
    }

    private static boolean made(JsonNode frame, String author) {
        JsonNode event = frame.path("event");
        return event.path("type").asText().equals("ProposalMade")
                && event.path("author").asText().equals(author);
    }

    @Test
    void a_careful_bot_votes_against_what_costs_it_points(Person ann) {
        String game = ann.createsGame("suber");
        seats(ann, game, "careful");
        try (LiveClient events = LiveClient.connect(ann)) {
            events.subscribe(game, 0);
            ann.starts(game).expect(200);
            String code =
                    "rule \"a toll\" when VoteSettled( adopted ) then"
                            + " law.deduct(\"careful:1\", 10); end";
            ann.proposes(game, "A toll", code).expect(201);
            ann.votes(game, 301, "for").expect(200);

            JsonNode ballot =
                    events.next(f -> f.path("event").path("voter").asText().equals("careful:1"));
            assertThat(ballot.path("event").path("choice").asText()).isEqualTo("against");
        }
        assertThat(ballots(ann, game, 301).size()).isEqualTo(2);
    }

    @Test
    void only_the_master_seats_bots_and_not_too_many(Person ann, Person bob, Api anybody) {
        String game = ann.createsGame("blank");

        bob.post(game + "/bots", "{\"kind\": \"random\"}").problem(403, "not-the-master");
        anybody.post(game + "/bots", "{\"kind\": \"random\"}").problem(401, "not-authenticated");
        ann.post(game + "/bots", "{\"kind\": \"wise\"}").problem(422, "bad-argument");
        for (int i = 0; i < 8; i++) {
            seats(ann, game, "random");
        }
        ann.post(game + "/bots", "{\"kind\": \"careful\"}").problem(422, "bad-argument");
    }
}
