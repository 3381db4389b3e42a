package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.List;

/** Games that begin with the rulebook of another game. */
@ExtendWith(SharedServer.class)
final class RulebookIT {
    private static final String GIFT =
            """
            rule "who begins a turn is given a point"
            when
                TurnStarted( $p : player )
            then
                law.award($p, 1);
            end
            """;

    private static final String LIMITLESS =
            """
            rule "it never ends"
            when
                Turn()
            then
                for (int i = 0; i >= 0; i = 1) { }
            end
            """;

    private static final String COIN = "declare Coin  owner : String end\n";

    private static final String MINT =
            """
            import nomic.rule.r301.Coin;

            rule "a coin for each turn"
            when
                TurnStarted( $p : player )
            then
                insert(new Coin($p));
            end
            """;

    private static String amendment(int target, String code) {
        ObjectNode body = Reply.JSON.createObjectNode();
        return body.put("kind", "amend").put("target", target).put("code", code).toString();
    }

    private static String sentences(String title, String sentences, String dsl) {
        ObjectNode body = Reply.JSON.createObjectNode().put("kind", "enact").put("title", title);
        return (sentences.isEmpty() ? body.put("dsl", dsl) : body.put("sentences", sentences))
                .toString();
    }

    private static String founding(String game) {
        return "{\"name\": \"Heir\", \"rulebookOf\": \"%s\", \"play\": true}"
                .formatted(LiveClient.id(game));
    }

    /** A game of one player, who adopts a proposal in it. */
    private static String changed(Person player, String... proposals) {
        String game = player.createsGame("suber");
        player.starts(game).expect(200);
        for (String proposal : proposals) {
            adopt(player, game, proposal);
        }
        return game;
    }

    private static void adopt(Person player, String game, String proposal) {
        int number = player.post(game + "/proposals", proposal).expect(201).path("number").asInt();
        player.votes(game, number, "for").expect(200);
    }

    private static String change(String kind, int target) {
        return "{\"kind\": \"%s\", \"target\": %d, \"prose\": \"Other words.\"}"
                .formatted(kind, target);
    }

    private static List<Integer> numbers(Person player, String game) {
        var numbers = new ArrayList<Integer>();
        player.get(game + "/rules").expect(200).forEach(r -> numbers.add(r.path("number").asInt()));
        return numbers;
    }

    @Test
    void a_game_begins_with_the_rules_in_force_in_another(Person ann) {
        String game =
                changed(
                        ann,
                        Person.proposal("A gift", GIFT),
                        change("amend", 210),
                        change("repeal", 205),
                        Person.proposal("Endless", LIMITLESS));
        JsonNode before = ann.get(game).expect(200);
        JsonNode heir = ann.post("/api/v1/games", founding(game)).expect(201);
        String path = "/api/v1/games/" + heir.path("id").asText();

        assertThat(heir.path("ruleset").asText()).isEqualTo("suber");
        assertThat(heir.path("rulebookOf").path("game").asText()).isEqualTo(LiveClient.id(game));
        assertThat(heir.path("rulebookOf").path("head")).isEqualTo(before.path("head"));
        assertThat(before.path("rulebookOf").isNull()).isTrue();
        assertThat(numbers(ann, path))
                .contains(301, 302)
                .doesNotContain(205, 210, 304)
                .hasSize(29)
                .isSorted();
        JsonNode gift = ann.get(path + "/rules/301").expect(200);
        assertThat(gift.path("code").asText()).isEqualTo(GIFT);
        assertThat(gift.path("mutable").asBoolean()).isTrue();
        assertThat(gift.at("/history/0/proposal").isNull()).isTrue();
        JsonNode created = ann.get(path + "/events").expect(200).path(0);
        assertThat(created.path("rulebookOf")).isEqualTo(heir.path("rulebookOf"));
    }

    @Test
    void its_rules_work_and_its_proposals_go_on_after_the_highest_number(Person ann) {
        String game = changed(ann, Person.proposal("A gift", GIFT));
        String heir = ann.post("/api/v1/games", founding(game)).header("Location");
        JsonNode started = ann.starts(heir).expect(200);

        assertThat(started.path("events").findValuesAsText("asset")).contains("points");
        assertThat(ann.get(heir).expect(200).at("/players/0/holdings/points").asInt()).isEqualTo(1);
        assertThat(ann.proposes(heir, "Next", "").expect(201).path("number").asInt())
                .isEqualTo(302);
    }

    @Test
    void what_imports_from_a_renumbered_rule_still_does(Person ann) {
        String game =
                changed(
                        ann,
                        Person.proposal("Coins", COIN),
                        Person.proposal("The mint", MINT),
                        amendment(301, COIN + "// of gold\n"));
        String heir = ann.post("/api/v1/games", founding(game)).header("Location");
        ann.starts(heir).expect(200);

        JsonNode coins = ann.get(heir + "/rules/303").expect(200);
        assertThat(coins.path("id").asInt()).isEqualTo(301);
        assertThat(coins.at("/importedBy/0").asInt()).isEqualTo(302);
        JsonNode created = ann.get(heir + "/events").expect(200).path(0);
        assertThat(created.at("/rules").findValuesAsText("id")).containsExactly("301");
        assertThat(ann.proposes(heir, "Another mint", MINT).expect(201).path("number").asInt())
                .isEqualTo(304);
    }

    @Test
    void a_rule_keeps_its_code_when_the_rule_that_brought_its_sentences_is_gone(Person ann) {
        String game =
                changed(
                        ann,
                        sentences(
                                "Honour", "", "[then]{player} is honoured=law.award({player}, 1);"),
                        sentences(
                                "Turns", "When a player joins\nThen that player is honoured\n", ""),
                        change("repeal", 301));
        JsonNode before = ann.get(game + "/rules/302").expect(200);
        String heir = ann.post("/api/v1/games", founding(game)).header("Location");

        JsonNode after = ann.get(heir + "/rules/302").expect(200);
        assertThat(after.path("code")).isEqualTo(before.path("code"));
        assertThat(after.path("sentences")).isEqualTo(before.path("sentences"));
        assertThat(ann.get(heir).expect(200).at("/players/0/holdings/points").asInt()).isEqualTo(1);
    }

    @Test
    void the_same_command_is_the_same_game_although_the_rulebook_has_changed(Person ann) {
        String game = changed(ann);
        JsonNode first = ann.post("/api/v1/games", founding(game), "heir-1").expect(201);
        adopt(ann, game, Person.proposal("A gift", GIFT));
        JsonNode second = ann.post("/api/v1/games", founding(game), "heir-1").expect(201);

        assertThat(second).isEqualTo(first);
        ann.post("/api/v1/games", founding(changed(ann)), "heir-1")
                .problem(422, "command-id-reused");
        ann.post("/api/v1/games", "{\"name\": \"Heir\", \"play\": true}", "heir-1")
                .problem(422, "command-id-reused");
    }

    @Test
    void a_game_that_has_not_started_and_an_heir_have_rulebooks_too(Person ann) {
        String game = ann.createsGame("empty");
        String heir = ann.post("/api/v1/games", founding(game)).header("Location");
        JsonNode third = ann.post("/api/v1/games", founding(heir)).expect(201);

        assertThat(third.path("ruleset").asText()).isEqualTo("empty");
        assertThat(third.at("/rulebookOf/game").asText()).isEqualTo(LiveClient.id(heir));
    }

    @Test
    void what_is_no_game_and_what_is_two_things_at_once_is_refused(Person ann) {
        String unknown = "00000000-0000-4000-8000-000000000000";
        ann.post("/api/v1/games", founding(unknown)).problem(404, "unknown-game");
        ann.post("/api/v1/games", founding("suber")).problem(404, "unknown-game");
        ann.post("/api/v1/games", "{\"name\": \"Heir\", \"rulebookOf\": 7}")
                .problem(422, "bad-argument");
        JsonNode both =
                ann.post(
                                "/api/v1/games",
                                "{\"name\": \"Heir\", \"ruleset\": \"suber\", \"rulebookOf\": \"%s\"}"
                                        .formatted(unknown))
                        .problem(422, "bad-argument");
        assertThat(both.path("detail").asText()).contains("'ruleset'", "'rulebookOf'");
    }
}
