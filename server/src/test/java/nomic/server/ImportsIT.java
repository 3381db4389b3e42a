package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;

/** Rules that build on rules, and rules that carry tests, over HTTP. */
@ExtendWith(SharedServer.class)
final class ImportsIT {
    private static final String MINT =
            """
            declare Coin
                owner : String
            end
            rule "a coin for each turn"
            when
                TurnEnded( $p : player )
            then
                insert(new Coin($p));
            end
            """;

    private static final String GOAL =
            """
            import nomic.rule.r2.Coin;
            rule "a coin wins"
            when
                TurnEnded( $p : player )
                Coin( owner == $p )
            then
                law.declareWinner($p, "a coin");
            end
            rule "a coin bars giving up"
                agenda-group "legality"
            when
                $m : Forfeit( $p : player )
                Coin( owner == $p )
            then
                law.forbid($m, "spend your coins first");
            end
            """;

    private static String change(String kind, int target, String code, String tests) {
        return Reply.JSON
                .createObjectNode()
                .put("kind", kind)
                .put("target", target)
                .put("title", "A change")
                .put("code", code)
                .put("tests", tests)
                .toString();
    }

    @Test
    void what_imports_is_read_explained_and_put_to_sleep_with_what_it_imports(
            Person ann, Person bob) {
        String game = ann.createsGame("blank");
        bob.joins(game).expect(200);
        ann.starts(game).expect(200);
        ann.post(game + "/proposals", change("enact", 0, MINT, "")).expect(201);
        ann.post(game + "/end-turn", "{}").expect(200);
        ann.post(game + "/proposals", change("enact", 0, GOAL, "")).expect(201);

        JsonNode rule = ann.get(game + "/rules/3").expect(200);
        assertThat(rule.path("reading").toString()).contains("Coin");
        assertThat(rule.path("flags").findValuesAsText("name")).doesNotContain("unread-code");
        assertThat(rule.path("importsFrom").toString()).isEqualTo("[2]");
        assertThat(ann.get(game + "/rules/2").expect(200).path("importedBy").toString())
                .isEqualTo("[3]");
        ann.post(game + "/forfeit", "{}").problem(409, "forbidden-by-rule");
        JsonNode why = ann.post(game + "/why-not", "{\"type\": \"forfeit\"}").expect(200);
        assertThat(why.toString()).contains("spend your coins first").contains("Coin");

        JsonNode preview = bob.post(game + "/preview", change("repeal", 2, "", "")).expect(200);
        assertThat(preview.at("/rules/0/importedBy").toString()).isEqualTo("[3]");
        assertThat(preview.at("/suspended/0/rule").asInt()).isEqualTo(3);
        JsonNode repealed = bob.post(game + "/proposals", change("repeal", 2, "", "")).expect(201);
        assertThat(repealed.path("events").findValuesAsText("why"))
                .contains("it imports types from rule 2, which is repealed");
        assertThat(ann.get(game + "/rules/3").expect(200).path("status").asText())
                .isEqualTo("suspended");
    }

    private static final String PAY =
            """
            rule "turns pay"
            when
                TurnStarted( $p : player )
            then
                law.award($p, 1);
            end
            """;

    private static final String PAYS =
            "{title: turns pay, moves: [{turns: 1, expect: [{HoldingChanged: {cause: {rule:"
                    + " this}}}]}]}";

    private static final String NO_PAY =
            """
            rule "rule 301 pays nobody"
                agenda-group "legality"
            when
                $c : Claim( kind == ClaimKind.HOLDING, rule == 301 )
            then
                law.forbid($c, "no pay");
            end
            """;

    @Test
    void a_proposal_says_which_tests_of_rules_in_force_it_would_break(Person ann, Person bob) {
        String game = ann.createsGame("suber");
        bob.joins(game).expect(200);
        ann.starts(game).expect(200);
        ann.post(game + "/proposals", change("enact", 0, PAY, PAYS)).expect(201);
        assertThat(ann.get(game + "/proposals/301").expect(200).path("brokenTests").toString())
                .isEqualTo("[]");
        ann.votes(game, 301, "for").expect(200);
        bob.votes(game, 301, "for").expect(200);
        assertThat(ann.get(game + "/proposals/301").expect(200).has("brokenTests")).isFalse();

        bob.post(game + "/proposals", change("enact", 0, NO_PAY, "")).expect(201);
        JsonNode broken = brokenTests(ann, game + "/proposals/302");
        assertThat(broken.at("/0/rule").asInt()).isEqualTo(301);
        assertThat(broken.at("/0/failedBefore").asBoolean(true)).isFalse();
        assertThat(broken.at("/0/failures/0/message").asText()).contains("turns pay");
    }

    /** Waits until it is known. */
    private static JsonNode brokenTests(Person ann, String proposal) {
        Instant end = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(end)) {
            JsonNode broken = ann.get(proposal).expect(200).path("brokenTests");
            if (!broken.isMissingNode()) {
                return broken;
            }
        }
        throw new AssertionError("Nothing is known of " + proposal);
    }

    @Test
    void the_tests_of_a_text_are_played_when_it_is_checked(Person ann) {
        var check = Reply.JSON.createObjectNode().put("code", PAY).put("tests", PAYS);
        assertThat(check(ann, check)).contains("\"accepted\":true");

        check.put("tests", PAYS.replace("HoldingChanged", "GameWon"));
        assertThat(check(ann, check)).contains("\"accepted\":false", "test-failed", "turns pay");
        check.remove("code");
        check.put(
                "sentences", "When the turn of a player has begun\nThen that player gets 1 point");
        assertThat(check(ann, check)).contains("test-failed", "reading");
        check.put("tests", PAYS);
        assertThat(check(ann, check)).contains("\"accepted\":true");
    }

    @Test
    void code_is_checked_with_the_types_of_a_game_that_is_named(Person ann) {
        String game = ann.createsGame("blank");
        ann.starts(game).expect(200);
        ann.post(game + "/proposals", change("enact", 0, MINT, "")).expect(201);
        var check = Reply.JSON.createObjectNode().put("code", GOAL);

        assertThat(check(ann, check)).contains("\"accepted\":false");
        check.put("game", game.substring(game.lastIndexOf('/') + 1));
        assertThat(check(ann, check)).contains("\"accepted\":true").contains("Coin");
    }

    private static String check(Person ann, JsonNode body) {
        return ann.post("/api/v1/check", body.toString()).expect(200).toString();
    }

    @Test
    void tests_are_shown_and_a_proposal_that_fails_its_own_is_refused(Person ann) {
        String game = ann.createsGame("blank");
        ann.starts(game).expect(200);
        String passes =
                "{title: a coin, moves: [{ann: end-turn, expect: [{FactInserted: {fact: Coin}}]}]}";
        String fails = passes.replace("Coin", "Crown");

        JsonNode problem =
                ann.post(game + "/proposals", change("enact", 0, MINT, fails))
                        .problem(422, "code-does-not-check");
        assertThat(problem.at("/diagnostics/0/code").asText()).isEqualTo("test-failed");
        JsonNode proposal =
                ann.post(game + "/proposals", change("enact", 0, MINT, passes)).expect(201);
        assertThat(proposal.path("tests").asText()).isEqualTo(passes);
        assertThat(ann.get(game + "/rules/2").expect(200).path("tests").asText()).isEqualTo(passes);
    }
}
