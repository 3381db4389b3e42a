package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import nomic.server.cli.Nomic;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who asks in the table in docs/authorization.md, and what for: a public game and a private one, in
 * which something was proposed, said, reported and brought before a judge.
 */
final class AccessCast implements AutoCloseable {
    static final String GAME = "/api/v1/games/{id}";

    private static final List<String> SCOPES = List.of("game:read", "game:play", "game:master");
    private static final Set<String> GAMELESS = Set.of("ping", "authenticate", "notifications");
    private static final List<String> PEOPLE =
            List.of("spectator", "player", "master", "administrator", "invited");

    private final Server server;
    private final Api api;
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Person> tokens = new HashMap<>();
    private final Map<String, LiveClient> sockets = new HashMap<>();
    private Games games;

    /** A public game and a private one, and what there is in each. */
    private record Games(Map<String, String> open, Map<String, String> hidden) {}

    AccessCast(Path data) {
        try (Server before = Server.start(Settings.local(data))) {
            new Api(before.uri()).person("administrator");
        }
        var nowhere = new PrintWriter(new StringWriter());
        assertThat(
                        Nomic.run(
                                nowhere,
                                nowhere,
                                "administrator",
                                "--data",
                                data.toString(),
                                "administrator"))
                .isZero();
        server = Server.start(Settings.local(data));
        api = new Api(server.uri());
        PEOPLE.stream()
                .filter(name -> !name.equals("administrator"))
                .forEach(name -> people.put(name, api.person(name)));
        people.put("administrator", api.login("administrator"));
        games = games(true);
    }

    Server server() {
        return server;
    }

    /** The ids of the public and of the private game. */
    List<String> games() {
        return List.of(games.open().get("id"), games.hidden().get("id"));
    }

    /** Everybody has a log-in again. */
    void logIn() {
        people.replaceAll((name, _) -> api.login(name));
        sockets.values().forEach(LiveClient::close);
        sockets.clear();
    }

    /** Other games, in which nobody has done anything that a row of the table asks for. */
    void playAnew(boolean started) {
        games = games(started);
    }

    private Games games(boolean started) {
        return new Games(game("public", started), game("private", started));
    }

    private Map<String, String> game(String visibility, boolean started) {
        Person master = person("master");
        Person player = person("player");
        String body =
                """
                {"name": "A game", "ruleset": "empty", "play": true, "visibility": "%s"}
                """;
        String path =
                "/api/v1/games/"
                        + master.post("/api/v1/games", body.formatted(visibility))
                                .expect(201)
                                .path("id")
                                .asText();
        for (String guest : List.of("player", "invited")) {
            master.post(path + "/guests", "{\"player\": \"%s\"}".formatted(guest)).expect(200);
        }
        player.joins(path).expect(200);
        var found = new HashMap<String, String>();
        found.put("id", LiveClient.id(path));
        if (started) {
            master.starts(path).expect(200);
            JsonNode proposal = player.proposes(path, "A custom", "").expect(201);
            found.put("proposals", proposal.path("number").asText());
            found.put(
                    "cases",
                    player.post(path + "/cases", "{\"statement\": \"It is so.\"}")
                            .expect(201)
                            .path("number")
                            .asText());
            found.put(
                    "messages",
                    player.post(path + "/messages", "{\"text\": \"Hello.\"}")
                            .expect(201)
                            .path("number")
                            .asText());
            master.post(
                            path + "/messages/" + found.get("messages") + "/reports",
                            "{\"reason\": \"x\"}")
                    .expectNothing();
            found.put(
                    "reports",
                    master.get(path + "/reports").expect(200).get(0).path("number").asText());
        }
        return found;
    }

    Person person(String name) {
        Person person = people.get(name);
        if (person == null) {
            throw new IllegalArgumentException("There is nobody called " + name);
        }
        return person;
    }

    /** Somebody with a personal token that has some scopes. */
    private Person withToken(String name, Set<String> scopes) {
        return tokens.computeIfAbsent(
                name + scopes,
                _ -> {
                    JsonNode made =
                            person(name)
                                    .post(
                                            "/api/v1/me/tokens",
                                            "{\"name\": \"t\", \"scopes\": %s}"
                                                    .formatted(Reply.JSON.valueToTree(scopes)))
                                    .expect(201);
                    return new Person(api, name, made.path("token").asText());
                });
    }

    /** What a call is answered: to each kind of people in public, then in private games. */
    List<String> answers(AccessRow row, Map<String, String> bodies) {
        var open =
                Stream.of("", "spectator", "player", "master", "administrator")
                        .map(name -> asks(row, name.isEmpty() ? null : person(name), true, bodies));
        var without = Stream.of(asks(row, without(row), !row.isForPrivate(), bodies));
        var hidden =
                Stream.of("", "spectator", "invited", "administrator")
                        .map(
                                name ->
                                        row.isOfGame() && !GAMELESS.contains(row.path())
                                                ? asks(
                                                        row,
                                                        name.isEmpty() ? null : person(name),
                                                        false,
                                                        bodies)
                                                : "–");
        return Stream.of(open, without, hidden).flatMap(it -> it).toList();
    }

    /** What a call in a public game is answered to all but its master. */
    List<String> answersToOthers(AccessRow row, Map<String, String> bodies) {
        return Stream.of(
                        asks(row, null, true, bodies),
                        asks(row, person("spectator"), true, bodies),
                        asks(row, person("player"), true, bodies),
                        asks(row, person("administrator"), true, bodies),
                        asks(row, without(row), true, bodies))
                .toList();
    }

    /** What somebody is answered whose token has no other scope than the one that is needed. */
    String answerWithScopeAlone(AccessRow row, Map<String, String> bodies) {
        return asks(row, withToken(mighty(row), Set.of(row.word())), !row.isForPrivate(), bodies);
    }

    /** Who may do most, with a token that has every scope but the one that is needed. */
    private Person without(AccessRow row) {
        var scopes = new TreeSet<>(SCOPES);
        if (row.word().equals("admin") || row.word().isEmpty()) {
            return withToken(mighty(row), scopes);
        }
        scopes.remove(row.word());
        return withToken(mighty(row), scopes);
    }

    private static String mighty(AccessRow row) {
        return row.word().equals("admin") ? "administrator" : "master";
    }

    private String asks(
            AccessRow row, @Nullable Person who, boolean open, Map<String, String> bodies) {
        Map<String, String> there = open ? games.open() : games.hidden();
        String type =
                row.isFrame() ? frame(row, who, there, bodies) : call(row, who, there, bodies);
        return switch (type) {
            case "" -> "yes";
            case "not-authenticated" -> "401";
            case "not-a-player", "not-the-master", "not-the-author", "insufficient-scope" -> "403";
            case "unknown-game" -> "404";
            default -> type;
        };
    }

    /** The last part of the type of the problem that a call is answered with; empty for none. */
    private String call(
            AccessRow row,
            @Nullable Person who,
            Map<String, String> there,
            Map<String, String> bodies) {
        String path = row.path();
        for (String each : List.of("proposals", "cases", "messages", "reports")) {
            path =
                    path.replace(
                            "/" + each + "/{number}",
                            "/" + each + "/" + there.getOrDefault(each, "1"));
        }
        path =
                path.replace(
                                "{id}",
                                row.isOfGame() || path.contains("/admin/")
                                        ? there.get("id")
                                        : UUID.randomUUID().toString())
                        .replace("{number}", "1")
                        .replace("{delivery}", "1")
                        .replace("{file}", "viewer.js")
                        .replace("{type}", "unknown-game")
                        .replace("{name}", "nobody");
        String body = bodies.getOrDefault(row.toString(), "");
        String query = row.path().endsWith("/why") ? "?event=1" : "";
        HttpRequest.Builder request =
                api.request(path + query)
                        .method(
                                row.method(),
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header(
                    "Content-Type",
                    body.startsWith("{")
                            ? "application/json"
                            : "application/x-www-form-urlencoded");
        }
        if (who != null) {
            request.header("Authorization", "Bearer " + who.token());
        }
        return problem(request.build());
    }

    /** Streams have no end, so that no body is read but that of a problem. */
    private static String problem(HttpRequest request) {
        try {
            HttpResponse<InputStream> response =
                    Api.HTTP.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() < 400) {
                    return "";
                }
                String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return word(Reply.json(text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String word(JsonNode problem) {
        return problem.path("type").asText().replace("/problems/", "");
    }

    private String frame(
            AccessRow row,
            @Nullable Person who,
            Map<String, String> there,
            Map<String, String> bodies) {
        LiveClient client =
                sockets.computeIfAbsent(
                        who == null ? "" : who.token(),
                        _ -> who == null ? LiveClient.connect(api) : LiveClient.connect(who));
        String id = "f-" + UUID.randomUUID();
        String members =
                bodies.getOrDefault(row.toString(), "")
                        .replace("{token}", who == null ? "none" : who.token())
                        .replace("{proposal}", there.getOrDefault("proposals", "1"))
                        .replace("{case}", there.getOrDefault("cases", "1"));
        String game = GAMELESS.contains(row.path()) ? "" : ", \"game\": \"%s\"";
        client.send(
                "{\"type\": \"%s\", \"id\": \"%s\"%s%s}"
                        .formatted(row.path(), id, game.formatted(there.get("id")), members));
        JsonNode reply = client.reply(id);
        client.forget();
        return reply.path("ok").asBoolean() ? "" : word(reply.path("problem"));
    }

    @Override
    public void close() {
        sockets.values().forEach(LiveClient::close);
        server.close();
    }
}
