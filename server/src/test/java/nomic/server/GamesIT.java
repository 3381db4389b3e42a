package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.List;

@ExtendWith(SharedServer.class)
final class GamesIT {
    /** A running game of Suber's rules; the first turn is that of the first player. */
    private static String running(Person... players) {
        String game = players[0].createsGame("suber");
        for (int i = 1; i < players.length; i++) {
            players[i].joins(game).expect(200);
        }
        players[0].starts(game).expect(200);
        return game;
    }

    private static List<String> types(JsonNode events) {
        var types = new ArrayList<String>();
        events.forEach(event -> types.add(event.path("type").asText()));
        return types;
    }

    /** The first element whose member has a value. */
    private static JsonNode find(JsonNode elements, String member, String value) {
        for (JsonNode element : elements) {
            if (element.path(member).asText().equals(value)) {
                return element;
            }
        }
        throw new AssertionError("No " + member + " is " + value + " in " + elements);
    }

    @Test
    void rulesets_are_listed_with_the_number_of_their_rules(Api api) {
        JsonNode suber = find(api.get("/api/v1/rulesets").expect(200), "name", "suber");

        assertThat(suber.path("title").asText()).isNotBlank();
        assertThat(suber.path("rules").asInt()).isEqualTo(29);
    }

    @Test
    void the_creator_is_the_master_and_plays_if_asked(Person ann) {
        Reply reply =
                ann.post(
                        "/api/v1/games",
                        "{\"name\": \"First\", \"ruleset\": \"suber\", \"play\": true}");
        JsonNode game = reply.expect(201);

        assertThat(reply.header("Location")).endsWith(game.path("id").asText());
        assertThat(game.path("master").asText()).isEqualTo(ann.name());
        assertThat(game.path("status").asText()).isEqualTo("open");
        assertThat(game.path("turn").isNull()).isTrue();
        assertThat(game.path("winner").isNull()).isTrue();
        assertThat(game.at("/players/0/name").asText()).isEqualTo(ann.name());
        assertThat(game.at("/players/0/standing").asText()).isEqualTo("active");
        assertThat(game.at("/players/0/holdings/points").asInt(-1)).isZero();
        assertThat(ann.get(reply.header("Location")).expect(200)).isEqualTo(game);
    }

    @Test
    void a_game_that_is_created_twice_with_one_command_id_is_one_game(Person ann) {
        String body = "{\"name\": \"Once\", \"play\": true}";
        JsonNode first = ann.post("/api/v1/games", body, "create-1").expect(201);
        JsonNode second = ann.post("/api/v1/games", body, "create-1").expect(201);

        assertThat(second).isEqualTo(first);
        ann.post("/api/v1/games", "{\"name\": \"Other\"}", "create-1")
                .problem(422, "command-id-reused");
    }

    @Test
    void games_are_listed_in_pages(Person ann) {
        String first = LiveClient.id(ann.createsGame("empty"));
        String second = LiveClient.id(ann.createsGame("empty"));

        JsonNode page = ann.get("/api/v1/games?limit=1&since=" + first).expect(200);

        assertThat(page).hasSize(1);
        assertThat(page.at("/0/id").asText()).isEqualTo(second);
        ann.get("/api/v1/games?since=5d0289b3-abc7-82f7-b31e-fe02ac3ae13f")
                .problem(400, "bad-parameter");
    }

    @Test
    void rules_and_proposals_and_guests_are_listed_in_pages(Person ann, Person bob, Person cyd) {
        String game = ann.createsGame("suber");
        JsonNode rules = ann.get(game + "/rules?since=103&limit=2").expect(200);
        assertThat(rules.findValuesAsText("number")).containsExactly("104", "105");
        ann.starts(game).expect(200);
        ann.proposes(game, "A custom", "").expect(201);
        assertThat(ann.get(game + "/proposals?since=300").expect(200)).hasSize(1);
        assertThat(ann.get(game + "/proposals?since=301").expect(200)).isEmpty();
        for (Person guest : List.of(bob, cyd)) {
            ann.post(game + "/guests", "{\"player\": \"%s\"}".formatted(guest.name())).expect(200);
            ann.post(
                            game + "/mutes",
                            "{\"player\": \"%s\", \"reason\": \"So.\"}".formatted(guest.name()))
                    .expect(200);
        }
        for (String list : List.of("/guests", "/mutes")) {
            assertThat(ann.get(game + list + "?limit=1").expect(200).findValuesAsText("player"))
                    .containsExactly(bob.name());
            assertThat(
                            ann.get(game + list + "?since=" + bob.name())
                                    .expect(200)
                                    .findValuesAsText("player"))
                    .containsExactly(cyd.name());
            ann.get(game + list + "?since=nobody").problem(400, "bad-parameter");
        }
    }

    @Test
    void an_adopted_rule_acts_from_the_next_vote_on(Person ann, Person bob, Person bot) {
        String game = running(ann, bob, bot);

        JsonNode proposal = ann.proposes(game, "Opposition pays", Codes.OPPOSITION).expect(201);
        assertThat(proposal.path("number").asInt()).isEqualTo(301);
        assertThat(proposal.path("status").asText()).isEqualTo("debate");
        assertThat(types(proposal.path("events"))).startsWith("ProposalMade");
        ann.votes(game, 301, "for").expect(200);
        bob.votes(game, 301, "for").expect(200);
        JsonNode settled = bot.votes(game, 301, "FOR").expect(200).path("events");
        assertThat(types(settled))
                .containsSubsequence("BallotCast", "VoteClosed", "RuleEnacted", "VoteSettled");

        JsonNode rule = ann.get(game + "/rules/301").expect(200);
        assertThat(rule.path("status").asText()).isEqualTo("in-force");
        assertThat(rule.path("code").asText()).isEqualTo(Codes.OPPOSITION);
        assertThat(rule.at("/history/0/proposal").asInt()).isEqualTo(301);
        JsonNode read = bot.get(game + "/proposals/301").expect(200);
        assertThat(read.path("status").asText()).isEqualTo("adopted");
        assertThat(read.path("ballots")).hasSize(3);
        assertThat(read.at("/ballots/0/choice").asText()).isEqualTo("for");
        assertThat(ann.get(game).expect(200).at("/turn/player").asText()).isEqualTo(bob.name());
    }

    @Test
    void events_are_read_after_a_sequence_number_and_tell_their_cause(Person ann, Person bob) {
        String game = running(ann, bob);

        JsonNode all = ann.get(game + "/events").expect(200);
        JsonNode rest = ann.get(game + "/events?since=2&limit=1").expect(200);

        assertThat(all.at("/0/type").asText()).isEqualTo("GameCreated");
        assertThat(all.at("/0/seq").asInt()).isEqualTo(1);
        JsonNode joined = find(all, "type", "PlayerJoined");
        assertThat(joined.at("/cause/move").asText()).isEqualTo("join");
        assertThat(rest).hasSize(1);
        assertThat(rest.get(0)).isEqualTo(all.get(2));
        JsonNode turn = find(all, "type", "TurnStarted");
        assertThat(turn.path("player").asText()).isEqualTo(ann.name());
        assertThat(turn.at("/cause/rule").asInt()).isEqualTo(201);
        assertThat(turn.at("/cause/name").asText()).isNotBlank();
        assertThat(turn.at("/cause/facts")).isNotEmpty();
        assertThat(ann.get(game).expect(200).path("head").asInt()).isEqualTo(all.size());
    }

    @Test
    void a_move_that_is_sent_twice_is_made_once(Person ann, Person bob) {
        String game = running(ann, bob);
        String body = Person.proposal("Twice", "");

        JsonNode first = ann.post(game + "/proposals", body, "one").expect(201);
        JsonNode second = ann.post(game + "/proposals", body, "one").expect(201);

        assertThat(second).isEqualTo(first);
        assertThat(ann.get(game + "/proposals").expect(200)).hasSize(1);
        ann.post(game + "/proposals", Person.proposal("Other", ""), "one")
                .problem(422, "command-id-reused");
    }

    @Test
    void a_refusal_is_repeated_for_the_same_command_id(Person ann, Person bob) {
        String game = running(ann, bob);

        JsonNode first =
                bob.post(game + "/proposals", Person.proposal("Early", ""), "x")
                        .problem(409, "forbidden-by-rule");
        ann.proposes(game, "A turn", "").expect(201);
        ann.votes(game, 301, "for").expect(200);
        bob.votes(game, 301, "for").expect(200);
        JsonNode second =
                bob.post(game + "/proposals", Person.proposal("Early", ""), "x")
                        .problem(409, "forbidden-by-rule");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void an_offer_is_shown_and_taken_with_typed_arguments(Person ann, Person bob) {
        String game = running(ann, bob);
        ann.proposes(game, "Gifts", Codes.GIFTS).expect(201);
        ann.votes(game, 301, "for").expect(200);
        bob.votes(game, 301, "for").expect(200);

        JsonNode offers = ann.get(game).expect(200).path("offers");
        assertThat(offers).hasSize(2);
        assertThat(offers.at("/0/inputs/0/type").asText()).isEqualTo("player");
        assertThat(offers.at("/0/inputs/1/max").asInt()).isEqualTo(5);

        ann.post(game + "/actions/give", "{\"to\": \"%s\", \"amount\": 9}".formatted(bob.name()))
                .problem(422, "bad-argument");
        ann.post(game + "/actions/steal", "{}").problem(404, "unknown-action");
        JsonNode events =
                ann.post(
                                game + "/actions/give",
                                "{\"arguments\": {\"to\": \"%s\", \"amount\": 1}}"
                                        .formatted(bob.name()))
                        .expect(200)
                        .path("events");
        assertThat(types(events)).contains("ActionTaken", "HoldingChanged");
    }

    @Test
    void a_player_can_forfeit(Person ann, Person bob) {
        String game = running(ann, bob);

        bob.post(game + "/forfeit", "").expect(200);

        assertThat(ann.get(game).expect(200).at("/players/1/standing").asText())
                .isEqualTo("forfeited");
    }

    @Test
    void code_is_checked_without_a_game(Api api) {
        JsonNode good = api.post("/api/v1/check", code(Codes.OPPOSITION)).expect(200);
        JsonNode bad = api.post("/api/v1/check", code(Codes.MISSPELT)).expect(200);

        assertThat(good.path("accepted").asBoolean()).isTrue();
        assertThat(bad.path("accepted").asBoolean()).isFalse();
        assertThat(bad.at("/diagnostics/0/severity").asText()).isEqualTo("error");
        assertThat(bad.at("/diagnostics/0/line").asInt()).isPositive();
        assertThat(bad.at("/diagnostics/0/message").asText()).contains("Bllot");
    }

    private static String code(String code) {
        return Reply.JSON.createObjectNode().put("code", code).toString();
    }
}
