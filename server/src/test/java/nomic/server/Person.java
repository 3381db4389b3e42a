package nomic.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.net.http.HttpRequest;

/** Somebody who is logged in. */
record Person(Api api, String name, String token) {
    Reply post(String path, String json) {
        return Api.send(authorized(api.json(path, json)));
    }

    Reply post(String path, String json, String commandId) {
        return Api.send(authorized(api.json(path, json)).header("Idempotency-Key", commandId));
    }

    /** Sends a record of a game. */
    Reply imports(String query, String record) {
        return Api.send(
                authorized(
                        api.request("/api/v1/records?" + query)
                                .header("Content-Type", "application/x-ndjson")
                                .POST(HttpRequest.BodyPublishers.ofString(record))));
    }

    Reply get(String path) {
        return Api.send(authorized(api.request(path).GET()));
    }

    Reply delete(String path) {
        return Api.send(authorized(api.request(path).DELETE()));
    }

    Reply form(String path, String form) {
        return Api.send(authorized(api.formRequest(path, form)));
    }

    private HttpRequest.Builder authorized(HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + token);
    }

    /** Creates a game in which the creator plays, and answers its path. */
    String createsGame(String ruleset) {
        JsonNode game =
                post(
                                "/api/v1/games",
                                "{\"name\": \"A game\", \"ruleset\": \"%s\", \"play\": true}"
                                        .formatted(ruleset))
                        .expect(201);
        return "/api/v1/games/" + game.path("id").asText();
    }

    Reply joins(String game) {
        return post(game + "/join", "");
    }

    Reply starts(String game) {
        return post(game + "/start", "");
    }

    Reply proposes(String game, String title, String code) {
        return post(game + "/proposals", proposal(title, code));
    }

    static String proposal(String title, String code) {
        ObjectNode body = Reply.JSON.createObjectNode();
        return body.put("kind", "enact")
                .put("title", title)
                .put("prose", title + ".")
                .put("code", code)
                .toString();
    }

    Reply votes(String game, int proposal, String choice) {
        return post(
                game + "/proposals/" + proposal + "/ballots",
                "{\"choice\": \"%s\"}".formatted(choice));
    }
}
