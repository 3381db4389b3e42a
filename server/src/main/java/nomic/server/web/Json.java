package nomic.server.web;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

import nomic.game.Canonical;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** JSON on the wire: members in the order of their records, words of enums in kebab-case. */
public final class Json {
    private static final JsonMapper MAPPER =
            Canonical.json()
                    .rebuild()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .defaultPropertyInclusion(JsonInclude.Value.construct(ALWAYS, ALWAYS))
                    .addModule(new SimpleModule().addSerializer(new Words()))
                    .build();

    private Json() {}

    /** The word for a constant: {@code IN_FORCE} is {@code in-force}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant for a word in any case; null where there is none. */
    static <E extends Enum<E>> @Nullable E constant(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equalsIgnoreCase(word) || constant.name().equalsIgnoreCase(word)) {
                return constant;
            }
        }
        return null;
    }

    /** The words for all constants, for people to choose from. */
    static <E extends Enum<E>> String words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Json::word)
                .collect(Collectors.joining(", "));
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static JsonNode list() {
        return MAPPER.createArrayNode();
    }

    public static <T extends JsonNode> T tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** The same as maps, lists and plain values. */
    static Object plain(JsonNode json) {
        return MAPPER.convertValue(json, Object.class);
    }

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot write a " + value.getClass(), e);
        }
    }

    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot write a " + value.getClass(), e);
        }
    }

    static JsonNode parse(byte[] text) throws IOException {
        return MAPPER.readTree(text);
    }

    @SuppressWarnings("rawtypes")
    private static final class Words extends StdSerializer<Enum> {
        private static final long serialVersionUID = 1;

        Words() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum constant, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(word(constant));
        }
    }
}
