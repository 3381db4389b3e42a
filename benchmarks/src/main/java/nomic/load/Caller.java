package nomic.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody who is logged in and calls the server; a call that fails ends the run. */
record Caller(URI server, String token) {
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    static final ObjectMapper JSON = new ObjectMapper();

    static Caller register(URI server, String name) {
        var stranger = new Caller(server, "");
        stranger.post(
                "/api/v1/accounts",
                "{\"name\": \"%s\", \"password\": \"secret of %s\"}".formatted(name, name));
        return login(server, name);
    }

    static Caller login(URI server, String name) {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve("/api/v1/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "grant_type=password&username=%s&password=secret+of+%s"
                                                .formatted(name, name)))
                        .build();
        return new Caller(server, send(request).path("access_token").asText());
    }

    JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    JsonNode post(String path, String json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        request
                                + " was answered "
                                + response.statusCode()
                                + ": "
                                + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens a game without rules, in which one can vote for ever. */
    Table opens() {
        String game =
                "/api/v1/games/"
                        + post(
                                        "/api/v1/games",
                                        "{\"name\": \"Load\", \"ruleset\": \"empty\", \"play\":"
                                                + " true}")
                                .path("id")
                                .asText();
        post(game + "/start", "");
        JsonNode proposal =
                post(
                        game + "/proposals",
                        "{\"kind\": \"enact\", \"title\": \"Tea\", \"prose\": \"Tea.\", \"code\":"
                                + " \"\"}");
        return new Table(this, game, proposal.path("number").asInt());
    }

    /** A game in which somebody votes on a proposal. */
    record Table(Caller caller, String game, int proposal) {
        void vote(int number) {
            caller.post(
                    game + "/proposals/" + proposal + "/ballots",
                    "{\"choice\": \"%s\"}".formatted(number % 2 == 0 ? "for" : "against"));
        }
    }
}
