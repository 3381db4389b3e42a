package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.class)
final class SocketPageIT {
    @Test
    void the_page_shows_every_frame(Api api) {
        Reply page = api.get("/docs/socket");
        JsonNode description = api.get("/asyncapi.json").expect(200);

        assertThat(page.header("Content-Security-Policy")).doesNotContain("unsafe");
        for (JsonNode message : description.at("/components/messages")) {
            assertThat(page.response().body())
                    .contains(
                            "<h3 id=\"" + message.path("name").asText() + "\">",
                            message.path("title").asText());
        }
        assertThat(api.get("/asyncapi.yaml").response().body()).startsWith("asyncapi: 3.0.0");
    }

    @Test
    void the_examples_are_as_the_description_says(Api api) {
        JsonNode description = api.get("/asyncapi.json").expect(200);
        JsonNode messages = description.at("/components/messages");
        for (String operation : new String[] {"hear", "tell"}) {
            for (JsonNode reference : description.at("/operations/" + operation + "/messages")) {
                String name = reference.path("$ref").asText();
                name = name.substring(name.lastIndexOf('/') + 1);
                for (JsonNode example : messages.path(name).path("examples")) {
                    SocketContract.check(operation, example.path("payload"));
                }
            }
        }
    }
}
