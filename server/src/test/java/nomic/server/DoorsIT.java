package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who sees and joins a game, the list of games, and what they wait for. */
@ExtendWith(SharedServer.class)
final class DoorsIT {
    private static final String MEMBERS = "\"name\": \"Behind a door\", \"play\": true";

    private static String creates(Person master, String door) {
        JsonNode game =
                master.post("/api/v1/games", "{%s, %s}".formatted(MEMBERS, door)).expect(201);
        return "/api/v1/games/" + game.path("id").asText();
    }

    private static String hidden(Person master) {
        return creates(master, "\"visibility\": \"private\"");
    }

    private static void invites(Person master, String game, Person guest) {
        master.post(game + "/guests", "{\"player\": \"%s\"}".formatted(guest.name())).expect(200);
    }

    private static List<String> ids(Reply games) {
        var ids = new ArrayList<String>();
        games.expect(200).forEach(game -> ids.add("/api/v1/games/" + game.path("id").asText()));
        return ids;
    }

    private static List<String> todo(Person person) {
        var todo = new ArrayList<String>();
        for (JsonNode each : person.get("/api/v1/me/todo").expect(200)) {
            todo.add(each.path("what").asText());
        }
        return todo;
    }

    @Test
    void a_private_game_is_not_there_for_others(Person ann, Person bob, Api anybody) {
        String game = hidden(ann);
        String known = ann.createsGame("suber");

        for (String path :
                List.of(
                        "",
                        "/rules",
                        "/rules/101",
                        "/proposals",
                        "/proposals/301",
                        "/proposals/301/preview",
                        "/cases",
                        "/cases/1",
                        "/events",
                        "/commands",
                        "/facts",
                        "/rule-base",
                        "/door",
                        "/why?event=1")) {
            anybody.get(game + path).problem(404, "unknown-game");
            bob.get(game + path).problem(404, "unknown-game");
        }
        for (String path :
                List.of(
                        "/join",
                        "/start",
                        "/leave",
                        "/forfeit",
                        "/end-turn",
                        "/claim-dead-end",
                        "/release",
                        "/invitation-link")) {
            bob.post(game + path, "").problem(404, "unknown-game");
        }
        bob.proposes(game, "Let me in", "").problem(404, "unknown-game");
        bob.votes(game, 301, "for").problem(404, "unknown-game");
        bob.post(game + "/orders", "{\"order\": \"resume\"}").problem(404, "unknown-game");
        bob.post(game + "/why-not", "{\"type\": \"join\"}").problem(404, "unknown-game");
        bob.post(game + "/preview", Person.proposal("A", "")).problem(404, "unknown-game");
        bob.post(game + "/guests", "{\"player\": \"x\"}").problem(404, "unknown-game");
        bob.post(game + "/accept", "{\"key\": \"x\"}").problem(404, "unknown-invitation");
        bob.post(known + "/accept", "{\"key\": \"x\"}").problem(404, "unknown-invitation");
        String id = LiveClient.id(game);
        bob.post("/api/v1/games", "{\"name\": \"A copy\", \"rulebookOf\": \"%s\"}".formatted(id))
                .problem(404, "unknown-game");
        anybody.get("/api/v1/sentences?game=" + id).problem(404, "unknown-game");

        assertThat(ann.get(game).expect(200).path("name").asText()).isEqualTo("Behind a door");
        assertThat(ann.get(game + "/events").expect(200).size()).isPositive();
    }

    @Test
    void a_private_game_sends_nothing_to_strangers(Person ann, Person bob, Api api) {
        String game = hidden(ann);
        String id = LiveClient.id(game);

        try (LiveClient stranger = LiveClient.connect(api);
                LiveClient guest = LiveClient.connect(bob)) {
            for (LiveClient client : List.of(stranger, guest)) {
                String type = asks(client, "subscribe", id).path("problem").path("type").asText();
                assertThat(type).isEqualTo("/problems/unknown-game");
            }
            assertThat(asks(guest, "join", id).path("problem").path("type").asText())
                    .isEqualTo("/problems/unknown-game");
            invites(ann, game, bob);
            assertThat(asks(guest, "subscribe", id).path("ok").asBoolean()).isTrue();
            assertThat(asks(guest, "join", id).path("ok").asBoolean()).isTrue();
            guest.event("PlayerJoined");
            asks(guest, "leave", id);
            assertThat(
                            guest.next(frame -> frame.path("type").asText().equals("error"))
                                    .path("problem")
                                    .path("type")
                                    .asText())
                    .as("the subscription ends")
                    .isEqualTo("/problems/unknown-game");
        }
    }

    private static JsonNode asks(LiveClient client, String type, String game) {
        String frame = "{\"type\": \"%s\", \"id\": \"%s\", \"game\": \"%s\"}";
        String id = type + "-" + UUID.randomUUID();
        return client.send(frame.formatted(type, id, game)).reply(id);
    }

    @Test
    void who_is_invited_by_name_sees_and_joins(Person ann, Person bob) {
        String game = hidden(ann);
        invites(ann, game, bob);

        assertThat(todo(bob)).containsExactly("join");
        assertThat(ids(bob.get("/api/v1/games?mine=true"))).containsExactly(game);
        bob.get(game).expect(200);
        bob.joins(game).expect(200);
        assertThat(todo(bob)).isEmpty();
        bob.post(game + "/leave", "").expect(200);
        bob.get(game).problem(404, "unknown-game");
    }

    @Test
    void who_has_the_link_is_invited(Person ann, Person bob, Person cleo) {
        String game = hidden(ann);
        bob.post(game + "/invitation-link", "").problem(404, "unknown-game");
        String old = ann.post(game + "/invitation-link", "").expect(200).path("key").asText();
        String key = ann.post(game + "/invitation-link", "").expect(200).path("key").asText();

        bob.post(game + "/accept", "{\"key\": \"%s\"}".formatted(old))
                .problem(404, "unknown-invitation");
        bob.post(game + "/accept", "{\"key\": \"%s\"}".formatted(key)).expect(200);
        bob.joins(game).expect(200);
        cleo.get(game).problem(404, "unknown-game");
        assertThat(ann.get(game + "/door").expect(200).path("link").asBoolean()).isTrue();
    }

    @Test
    void an_invitation_is_withdrawn_or_declined(Person ann, Person bob, Person cleo) {
        String game = hidden(ann);
        invites(ann, game, bob);
        invites(ann, game, cleo);

        ann.post(game + "/guests/" + bob.name() + "/remove", "").expect(200);
        bob.get(game).problem(404, "unknown-game");
        cleo.post(game + "/guests/" + cleo.name() + "/remove", "").expect(200);
        cleo.get(game).problem(404, "unknown-game");
        assertThat(ann.get(game + "/guests").expect(200).size()).isZero();
        ann.post(game + "/guests", "{\"player\": \"nobody-of-this-name\"}")
                .problem(404, "unknown-account");
    }

    @Test
    void a_removed_player_sees_a_private_game_no_longer(Person ann, Person bob) {
        String game = hidden(ann);
        invites(ann, game, bob);
        bob.joins(game).expect(200);

        ann.post(
                        game + "/orders",
                        "{\"order\": \"kick\", \"player\": \"%s\", \"reason\": \"x\"}"
                                .formatted(bob.name()))
                .expect(200);

        bob.get(game).problem(404, "unknown-game");
    }

    @Test
    void the_master_lets_players_in(Person ann, Person bob, Person cleo, Api anybody) {
        String game = creates(ann, "\"approval\": true");

        bob.joins(game).problem(409, "approval-needed");
        bob.joins(game).problem(409, "approval-needed");
        assertThat(todo(ann)).containsExactly("start", "let-in");
        JsonNode guest = ann.get(game + "/guests").expect(200).path(0);
        assertThat(guest.path("player").asText()).isEqualTo(bob.name());
        assertThat(guest.path("bot").asBoolean()).isFalse();
        assertThat(guest.path("standing").asText()).isEqualTo("asking");
        bob.get(game + "/guests").problem(403, "not-the-master");
        anybody.get(game + "/guests").problem(401, "not-authenticated");
        bob.post(game + "/guests", "{\"player\": \"%s\"}".formatted(bob.name()))
                .problem(403, "not-the-master");
        bob.post(game + "/guests/" + ann.name() + "/remove", "").problem(403, "not-the-master");

        invites(ann, game, bob);
        bob.joins(game).expect(200);
        assertThat(todo(ann)).containsExactly("start");
        cleo.joins(game).problem(409, "approval-needed");
        bob.post(game + "/door", "{\"approval\": false}").problem(403, "not-the-master");
        ann.post(game + "/door", "{\"approval\": false}").expect(200);
        cleo.joins(game).expect(200);
    }

    @Test
    void the_list_has_public_games_and_is_filtered(Person ann, Person bob) {
        String marker = ann.createsGame("blank");
        String open = creates(ann, "\"ruleset\": \"blank\"");
        String unlisted = creates(ann, "\"visibility\": \"unlisted\", \"ruleset\": \"blank\"");
        String running = creates(ann, "\"approval\": true, \"ruleset\": \"blank\"");
        ann.starts(running).expect(200);

        String all = "/api/v1/games?limit=100&since=" + LiveClient.id(marker);
        assertThat(ids(bob.get(all + "&ruleset=blank"))).contains(open, running);
        assertThat(ids(bob.get(all))).doesNotContain(unlisted);
        bob.get(unlisted).expect(200);
        assertThat(ids(bob.get(all + "&status=running"))).contains(running).doesNotContain(open);
        assertThat(ids(bob.get(all + "&joinable=true"))).contains(open).doesNotContain(running);
        assertThat(ids(ann.get("/api/v1/games?mine=true")))
                .containsExactly(marker, open, unlisted, running);
        assertThat(ids(bob.get("/api/v1/games?mine=true"))).isEmpty();
        assertThat(ids(bob.get("/api/v1/games?q=no%20such%20name"))).isEmpty();
        bob.get("/api/v1/games?status=cold").problem(400, "bad-parameter");
        assertThat(ids(ann.get("/api/v1/games?mine=true&limit=1"))).containsExactly(marker);
        String rest = LiveClient.id(open);
        assertThat(ids(ann.get("/api/v1/games?mine=true&since=" + rest)))
                .containsExactly(unlisted, running);
    }

    @Test
    void everybody_sees_what_waits_for_them(Person ann, Person bob) {
        String game = ann.createsGame("suber");
        bob.joins(game).expect(200);
        assertThat(todo(ann)).containsExactly("start");
        ann.starts(game).expect(200);
        assertThat(todo(ann)).containsExactly("turn");
        assertThat(todo(bob)).isEmpty();

        ann.proposes(game, "A change", "").expect(201);
        assertThat(todo(ann)).containsExactly("turn", "vote");
        ann.votes(game, 301, "for").expect(200);
        assertThat(todo(bob)).containsExactly("vote");
        ann.post(game + "/orders", "{\"order\": \"pause\", \"reason\": \"x\"}").expect(200);
        assertThat(todo(bob)).as("in a paused game nothing waits").isEmpty();
    }
}
