package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Proposals that get another text, and those that are taken back. */
@ExtendWith(SharedServer.class)
final class RevisionsIT {
    private static final String TEA = "rule \"tea\" when Turn() then law.announce(\"tea\"); end";

    private static String lawless(Person... players) {
        String game = players[0].createsGame("empty");
        for (int i = 1; i < players.length; i++) {
            players[i].joins(game).expect(200);
        }
        players[0].starts(game).expect(200);
        return game;
    }

    private static String text(String prose, String code) {
        return Reply.JSON.createObjectNode().put("prose", prose).put("code", code).toString();
    }

    @Test
    void a_revision_is_another_text_without_ballots_and_all_texts_are_kept(Person ann, Person bob) {
        String game = lawless(ann, bob);
        JsonNode first = ann.proposes(game, "Tea", "").expect(201);
        String proposal = game + "/proposals/" + first.path("number").asInt();
        assertThat(first.path("revision").asInt()).isEqualTo(1);
        bob.post(proposal + "/ballots", "{\"choice\": \"for\"}").expect(200);

        JsonNode revised =
                ann.post(proposal + "/revisions", text("At five.", TEA))
                        .expect(200)
                        .at("/events/0");
        assertThat(revised.path("type").asText()).isEqualTo("ProposalRevised");
        assertThat(revised.path("revision").asInt()).isEqualTo(2);
        assertThat(revised.path("hash")).isNotEqualTo(first.path("hash"));

        JsonNode second = bob.get(proposal).expect(200);
        assertThat(second.path("title").asText()).isEqualTo("Tea");
        assertThat(second.path("prose").asText()).isEqualTo("At five.");
        assertThat(second.path("revision").asInt()).isEqualTo(2);
        assertThat(second.path("ballots")).isEmpty();
        assertThat(second.path("revisions")).hasSize(2);
        assertThat(second.at("/revisions/0/prose").asText()).isEqualTo("Tea.");
        assertThat(second.at("/revisions/0/hash")).isEqualTo(first.path("hash"));
        assertThat(second.at("/revisions/1/revision").asInt()).isEqualTo(2);
        assertThat(second.at("/revisions/1/code").asText()).isEqualTo(TEA);
        assertThat(second.at("/revisions/1/seq")).isEqualTo(revised.path("seq"));
        assertThat(bob.get(game + "/proposals").expect(200).path(0).has("revisions")).isFalse();

        String old = "{\"choice\": \"for\", \"hash\": \"%s\"}";
        bob.post(proposal + "/ballots", old.formatted(first.path("hash").asText()))
                .problem(409, "text-changed");
        bob.post(proposal + "/ballots", old.formatted(revised.path("hash").asText())).expect(200);
    }

    @Test
    void a_ballot_for_a_text_of_another_title_is_refused(Person ann, Person bob) {
        String game = lawless(ann, bob);
        JsonNode first = ann.proposes(game, "Tea", "").expect(201);
        String proposal = game + "/proposals/" + first.path("number").asInt();
        String retitled =
                Reply.JSON
                        .createObjectNode()
                        .put("title", "Beer")
                        .put("prose", first.path("prose").asText())
                        .toString();
        JsonNode revised = ann.post(proposal + "/revisions", retitled).expect(200).at("/events/0");

        String ballot = "{\"choice\": \"for\", \"hash\": \"%s\"}";
        bob.post(proposal + "/ballots", ballot.formatted(first.path("hash").asText()))
                .problem(409, "text-changed");
        JsonNode cast =
                bob.post(proposal + "/ballots", "{\"choice\": \"for\"}")
                        .expect(200)
                        .at("/events/0");
        assertThat(cast.path("hash")).isEqualTo(revised.path("hash"));
        ann.post(proposal + "/revisions", retitled).problem(422, "bad-argument");
    }

    @Test
    void a_revision_must_check_as_a_proposal_must(Person ann) {
        String game = lawless(ann);
        int number = ann.proposes(game, "Tea", "").expect(201).path("number").asInt();
        String proposal = game + "/proposals/" + number;

        JsonNode problem =
                ann.post(proposal + "/revisions", text("At five.", "rule"))
                        .problem(422, "code-does-not-check");
        assertThat(problem.path("diagnostics")).isNotEmpty();
        ann.post(proposal + "/revisions", "{\"prose\": 5}").problem(422, "bad-argument");
        ann.post(game + "/proposals/77/revisions", text("At five.", ""))
                .problem(404, "unknown-proposal");
        ann.post(game + "/proposals/tea/revisions", text("At five.", ""))
                .problem(404, "unknown-proposal");
        assertThat(ann.get(proposal).expect(200).path("revision").asInt()).isEqualTo(1);
    }

    @Test
    void a_withdrawn_proposal_takes_no_ballots_and_no_text(Person ann, Person bob) {
        String game = lawless(ann, bob);
        int number = ann.proposes(game, "Tea", "").expect(201).path("number").asInt();
        String proposal = game + "/proposals/" + number;
        JsonNode events = ann.post(proposal + "/withdraw", "").expect(200).path("events");

        assertThat(events.at("/0/type").asText()).isEqualTo("ProposalWithdrawn");
        assertThat(bob.get(proposal).expect(200).path("status").asText()).isEqualTo("withdrawn");
        JsonNode problem = bob.votes(game, number, "for").problem(409, "vote-closed");
        assertThat(problem.path("detail").asText()).contains("withdrawn");
        ann.post(proposal + "/revisions", text("At six.", "")).problem(409, "vote-closed");
        ann.post(proposal + "/withdraw", "").problem(409, "vote-closed");
    }

    @Test
    void proposals_are_revised_and_withdrawn_over_the_socket(Person ann) {
        String game = lawless(ann);
        int number = ann.proposes(game, "Tea", "").expect(201).path("number").asInt();
        try (LiveClient client = LiveClient.connect(ann)) {
            client.subscribe(game, 0);
            client.send(frame("revise", "r-1", game, number, ", \"prose\": \"At six.\""));
            assertThat(client.event("ProposalRevised").path("prose").asText()).isEqualTo("At six.");
            client.send(frame("withdraw", "w-1", game, number, ""));
            assertThat(client.event("ProposalWithdrawn").path("author").asText())
                    .isEqualTo(ann.name());
            client.send(frame("withdraw", "w-2", game, 0, ""));
            assertThat(client.reply("w-2").at("/problem/type").asText())
                    .isEqualTo("/problems/bad-argument");
        }
    }

    private static String frame(String type, String id, String game, int proposal, String more) {
        return "{\"type\": \"%s\", \"id\": \"%s\", \"game\": \"%s\", \"proposal\": %d%s}"
                .formatted(type, id, LiveClient.id(game), proposal, more);
    }
}
