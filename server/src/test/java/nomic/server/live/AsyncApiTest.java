package nomic.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;

import nomic.server.game.Moves;
import nomic.server.web.Pages;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

final class AsyncApiTest {
    private static final JsonNode DESCRIPTION = Pages.socketDescription();

    @Test
    void the_description_has_what_clients_send_and_nothing_else() {
        var types = new TreeSet<>(List.of(Moves.TYPES.split(", ?| and ")));
        types.add("order");
        for (Class<?> type : ClientIn.class.getPermittedSubclasses()) {
            if (type != ClientIn.Move.class) {
                types.add(type.getSimpleName().toLowerCase(Locale.ROOT));
            }
        }

        assertThat(names("hear")).as("asyncapi.yaml, operation hear").isEqualTo(types);
    }

    @Test
    void the_description_has_what_clients_receive_and_nothing_else() {
        var types = new TreeSet<String>();
        for (Class<?> type : ClientOut.class.getPermittedSubclasses()) {
            types.addAll(
                    Arrays.stream(type.getAnnotationsByType(JsonTypeName.class))
                            .map(JsonTypeName::value)
                            .toList());
        }

        assertThat(names("tell")).as("asyncapi.yaml, operation tell").isEqualTo(types);
    }

    @Test
    void the_type_in_a_payload_is_the_name_of_its_message() {
        for (JsonNode message : DESCRIPTION.at("/components/messages")) {
            assertThat(message.at("/payload/properties/type/const").asText())
                    .isEqualTo(message.path("name").asText());
            assertThat(message.path("examples")).isNotEmpty();
        }
    }

    private static Set<String> names(String operation) {
        var names = new TreeSet<String>();
        for (JsonNode reference : DESCRIPTION.at("/operations/" + operation + "/messages")) {
            names.add(at(at(reference)).path("name").asText());
        }
        return names;
    }

    private static JsonNode at(JsonNode reference) {
        return DESCRIPTION.at(reference.path("$ref").asText().substring(1));
    }
}
