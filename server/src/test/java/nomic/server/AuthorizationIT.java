package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.helidon.http.Method;

import nomic.server.web.Pages;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Walks through the table in docs/authorization.md. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuthorizationIT {
    private static final String G = AccessCast.GAME;

    /** What is sent with a call, and the members of a frame. */
    private static final Map<String, String> BODIES =
            Map.ofEntries(
                    Map.entry("POST /api/v1/token", "grant_type=refresh_token&refresh_token=none"),
                    Map.entry("POST /api/v1/token/revoke", "token=none"),
                    Map.entry("POST /api/v1/token/introspect", "token=none"),
                    Map.entry(
                            "POST /api/v1/accounts",
                            "{\"name\": \"player\", \"password\": \"12345678\"}"),
                    Map.entry("POST /api/v1/password-resets", "{\"name\": \"nobody\"}"),
                    Map.entry(
                            "POST /api/v1/password-resets/confirm",
                            "{\"token\": \"none\", \"password\": \"12345678\"}"),
                    Map.entry(
                            "POST /api/v1/me/tokens",
                            "{\"name\": \"t\", \"scopes\": [\"game:read\"], \"days\": 1}"),
                    Map.entry(
                            "POST /api/v1/me/password",
                            "{\"current\": \"wrong\", \"password\": \"12345678\"}"),
                    Map.entry(
                            "POST /api/v1/me/email", "{\"password\": \"wrong\", \"email\": null}"),
                    Map.entry("POST /api/v1/me/deletion", "{\"password\": \"wrong\"}"),
                    Map.entry("POST /api/v1/me/webhooks", "{\"url\": \"ftp://localhost\"}"),
                    Map.entry("POST /api/v1/me/notifications/read", "{\"to\": 0}"),
                    Map.entry(
                            "POST /api/v1/admin/accounts/{name}/suspension",
                            "{\"reason\": \"So.\"}"),
                    Map.entry(
                            "POST /api/v1/admin/reports/{number}/hiding", "{\"reason\": \"So.\"}"),
                    Map.entry("POST /api/v1/games", "{\"name\": \"Mine\", \"ruleset\": \"empty\"}"),
                    Map.entry("POST /api/v1/check", "{\"code\": \"\"}"),
                    Map.entry("POST /api/v1/templates/{name}/text", "{}"),
                    Map.entry("POST " + G + "/proposals", Person.proposal("A custom", "")),
                    Map.entry("POST " + G + "/preview", Person.proposal("A custom", "")),
                    Map.entry("POST " + G + "/proposals/{number}/ballots", "{\"choice\": \"for\"}"),
                    Map.entry(
                            "POST " + G + "/proposals/{number}/revisions", "{\"prose\": \"So.\"}"),
                    Map.entry("POST " + G + "/cases", "{\"statement\": \"It is so.\"}"),
                    Map.entry(
                            "POST " + G + "/cases/{number}/judgments",
                            "{\"answer\": \"true\", \"reasons\": \"So.\"}"),
                    Map.entry("POST " + G + "/why-not", "{\"type\": \"end-turn\"}"),
                    Map.entry("POST " + G + "/orders", "{\"order\": \"resume\"}"),
                    Map.entry("POST " + G + "/door", "{}"),
                    Map.entry("POST " + G + "/guests", "{\"player\": \"spectator\"}"),
                    Map.entry("POST " + G + "/messages", "{\"text\": \"Hello.\"}"),
                    Map.entry("POST " + G + "/messages/{number}/reports", "{\"reason\": \"So.\"}"),
                    Map.entry("POST " + G + "/messages/{number}/hiding", "{\"reason\": \"So.\"}"),
                    Map.entry(
                            "POST " + G + "/mutes",
                            "{\"player\": \"administrator\", \"reason\": \"So.\"}"),
                    Map.entry("POST " + G + "/talk", "{}"),
                    Map.entry("POST " + G + "/accept", "{\"key\": \"none\"}"),
                    Map.entry("POST " + G + "/bots", "{\"kind\": \"none\"}"),
                    Map.entry("WS authenticate", ", \"token\": \"{token}\""),
                    Map.entry("WS propose", ", \"kind\": \"enact\", \"title\": \"A custom\""),
                    Map.entry("WS revise", ", \"proposal\": {proposal}, \"prose\": \"Or so.\""),
                    Map.entry("WS withdraw", ", \"proposal\": {proposal}"),
                    Map.entry("WS vote", ", \"proposal\": {proposal}, \"choice\": \"for\""),
                    Map.entry("WS act", ", \"name\": \"nothing\""),
                    Map.entry("WS call-for-judgment", ", \"statement\": \"It is so.\""),
                    Map.entry(
                            "WS judge",
                            ", \"caseNumber\": {case}, \"answer\": \"true\", \"reasons\": \"So.\""),
                    Map.entry("WS order", ", \"order\": \"resume\""));

    /** What may stand against somebody who may do something, by the end of the call. */
    private static final Map<String, Set<String>> OTHERWISE =
            Map.ofEntries(
                    Map.entry("/ws", Set.of("upgrade-required")),
                    Map.entry("/record", Set.of("game-not-over")),
                    Map.entry("/records", Set.of("unsupported-media-type", "bad-record")),
                    Map.entry("/token", Set.of("invalid-grant")),
                    Map.entry("/accounts", Set.of("name-taken")),
                    Map.entry("/accounts/{name}", Set.of("unknown-account")),
                    Map.entry("/password-resets/confirm", Set.of("invalid-grant")),
                    Map.entry("/me/sessions/{id}", Set.of("unknown-session")),
                    Map.entry("/me/tokens/{id}", Set.of("unknown-token")),
                    Map.entry("/me/password", Set.of("wrong-password")),
                    Map.entry("/me/email", Set.of("wrong-password")),
                    Map.entry("/me/deletion", Set.of("wrong-password")),
                    Map.entry("/me/webhooks", Set.of("bad-argument")),
                    Map.entry("/me/webhooks/{id}", Set.of("unknown-webhook")),
                    Map.entry("/enable", Set.of("unknown-webhook")),
                    Map.entry("/ping", Set.of("unknown-webhook")),
                    Map.entry("/deliveries", Set.of("unknown-webhook")),
                    Map.entry("/redeliver", Set.of("unknown-webhook", "unknown-delivery")),
                    Map.entry("/suspension", Set.of("unknown-account")),
                    Map.entry("/release", Set.of("not-in-quarantine")),
                    Map.entry("/templates/{name}", Set.of("unknown-template")),
                    Map.entry("/templates/{name}/text", Set.of("unknown-template")),
                    Map.entry("/join", Set.of("already-joined")),
                    Map.entry("/start", Set.of("already-started")),
                    Map.entry("/leave", Set.of("game-over")),
                    Map.entry("/forfeit", Set.of("game-over")),
                    Map.entry("/claim-dead-end", Set.of("not-a-dead-end")),
                    Map.entry("/withdraw", Set.of("vote-closed")),
                    Map.entry("/judgments", Set.of("case-closed")),
                    Map.entry("/revisions", Set.of("bad-argument")),
                    Map.entry("/actions/{name}", Set.of("unknown-action")),
                    Map.entry("/orders", Set.of("not-paused")),
                    Map.entry("/accept", Set.of("unknown-invitation")),
                    Map.entry("/bots", Set.of("bad-argument")),
                    Map.entry("/rules/{number}", Set.of("unknown-rule")),
                    Map.entry("/java", Set.of("unknown-rule")),
                    Map.entry("WS start", Set.of("already-started")),
                    Map.entry("WS join", Set.of("already-joined")),
                    Map.entry("WS leave", Set.of("game-over")),
                    Map.entry("WS forfeit", Set.of("game-over")),
                    Map.entry("WS claim-dead-end", Set.of("not-a-dead-end")),
                    Map.entry("WS revise", Set.of("bad-argument")),
                    Map.entry("WS withdraw", Set.of("vote-closed")),
                    Map.entry("WS act", Set.of("unknown-action")),
                    Map.entry("WS judge", Set.of("case-closed")),
                    Map.entry("WS order", Set.of("not-paused")));

    /** Calls after which games are no longer what the others need, or that need other ones. */
    private static final Set<String> CHANGING =
            Set.of(
                    "/join",
                    "/start",
                    "/leave",
                    "/forfeit",
                    "/guests",
                    "/withdraw",
                    "/ballots",
                    "/messages/{number}",
                    "/hiding",
                    "/messages/{number}/reports",
                    "WS withdraw",
                    "WS vote",
                    "WS join",
                    "WS start",
                    "WS leave",
                    "WS forfeit");

    private AccessCast cast;

    @BeforeAll
    void play(@TempDir Path data) {
        cast = new AccessCast(data);
    }

    @AfterAll
    void end() {
        cast.close();
    }

    static List<AccessRow> table() throws IOException {
        return AccessRow.table();
    }

    @Test
    void the_table_has_all_routes_and_all_frames() throws IOException {
        var calls = new TreeSet<String>();
        cast.server()
                .routes()
                .table()
                .forEach(
                        (path, methods) -> {
                            for (Method method : methods) {
                                calls.add(method.text() + " " + path);
                            }
                        });
        JsonNode socket = Pages.socketDescription();
        for (JsonNode reference : socket.at("/operations/hear/messages")) {
            JsonNode message = socket.at(reference.path("$ref").asText().substring(1));
            calls.add(
                    "WS "
                            + socket.at(message.path("$ref").asText().substring(1))
                                    .path("name")
                                    .asText());
        }

        assertThat(table()).extracting(AccessRow::toString).hasSameElementsAs(calls);
    }

    @ParameterizedTest
    @MethodSource("table")
    void everybody_may_what_the_table_says(AccessRow row) {
        if (row.toString().endsWith("start")) {
            cast.playAnew(false);
        }
        try {
            asksEverybody(row);
        } finally {
            if (changes(row)) {
                cast.playAnew(true);
            }
            if (row.toString().equals("DELETE /api/v1/me/sessions")) {
                cast.logIn();
            }
        }
    }

    private void asksEverybody(AccessRow row) {
        var answers = new ArrayList<>(cast.answers(row, BODIES));
        answers.replaceAll(answer -> told(row, answer));
        assertThat(answers).isEqualTo(row.answers());
        if (!row.word().isEmpty() && !row.word().equals("account")) {
            if (changes(row)) {
                cast.playAnew(!row.toString().endsWith("start"));
            }
            assertThat(told(row, cast.answerWithScopeAlone(row, BODIES)))
                    .as("with a token for %s and nothing else", row.word())
                    .isEqualTo(row.word().equals("admin") ? answers.get(4) : answers.get(3));
        }
    }

    private static boolean changes(AccessRow row) {
        return row.isOfGame() && CHANGING.stream().anyMatch(row.toString()::endsWith);
    }

    /** Whether somebody may, where nothing else stands against it than what is expected. */
    private static String told(AccessRow row, String answer) {
        return OTHERWISE.entrySet().stream()
                        .filter(each -> row.toString().endsWith(each.getKey()))
                        .anyMatch(each -> each.getValue().contains(answer))
                ? "yes"
                : answer;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"pause\", \"reason\": \"So.\"",
                "\"resume\"",
                "\"suspend-rule\", \"rule\": 1, \"reason\": \"So.\"",
                "\"reinstate-rule\", \"rule\": 1, \"reason\": \"So.\"",
                "\"change-limits\", \"limits\": {}, \"reason\": \"So.\"",
                "\"kick\", \"player\": \"master\", \"reason\": \"So.\"",
                "\"hand-over\", \"player\": \"player\"",
                "\"end-game\", \"reason\": \"So.\"",
                "\"roll-back\", \"to\": 1, \"reason\": \"So.\""
            })
    void each_order_is_for_the_master_alone(String order) {
        var http = new AccessRow("POST", G + "/orders", "game:master", List.of());
        var frame = new AccessRow("WS", "order", "game:master", List.of());
        var bodies =
                Map.of(
                        http.toString(),
                        "{\"order\": " + order + "}",
                        frame.toString(),
                        ", \"order\": " + order);
        for (AccessRow row : List.of(http, frame)) {
            assertThat(cast.answersToOthers(row, bodies))
                    .as(row.toString())
                    .containsExactly("401", "403", "403", "403", "403");
        }
    }

    @Test
    void what_is_mine_is_for_who_has_a_token() {
        var row = new AccessRow("GET", "/api/v1/games?mine=true", "game:read", List.of());
        assertThat(cast.answersToOthers(row, Map.of()))
                .containsExactly("401", "yes", "yes", "yes", "403");
    }
}
