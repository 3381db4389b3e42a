package nomic.server.web;

import static nomic.server.web.ProblemType.BAD_ARGUMENT;
import static nomic.server.web.ProblemType.MALFORMED_JSON;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON object from outside, read member by member. Unknown members are ignored. */
public final class Body {
    private final JsonNode json;
    private final String prefix;

    /**
     * @param prefix what the path of a member begins with
     */
    private Body(JsonNode json, String prefix) {
        this.json = json;
        this.prefix = prefix;
    }

    public static Body parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads an object, or rejects what is none or holds text that cannot be stored. */
    public static Body parse(byte[] text) {
        try {
            JsonNode json = Json.parse(text);
            if (!json.isObject()) {
                throw MALFORMED_JSON
                        .because("Send an object, such as {\"name\": \"ann\"}.")
                        .rejection();
            }
            Unicode.check(json);
            return new Body(json, "");
        } catch (JsonProcessingException e) {
            throw MALFORMED_JSON.because(described(e)).rejection();
        } catch (IOException e) {
            throw MALFORMED_JSON.because("The body is not JSON in UTF-8.").rejection();
        }
    }

    private static String described(JsonProcessingException e) {
        var place = e.getLocation();
        String where =
                place == null
                        ? ""
                        : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
        return (e.getOriginalMessage().contains("nesting depth")
                        ? "It is nested too deeply"
                        : e.getOriginalMessage())
                + where;
    }

    /** A text of 1 to {@code longest} characters that is not blank. */
    public String text(String member, int longest) {
        String text = text(member, longest, "");
        if (text.isBlank()) {
            throw bad(member, "is needed: a text of 1 to " + longest + " characters");
        }
        return text;
    }

    /** A text of at most {@code longest} characters; {@code absent} where there is none. */
    public String text(String member, int longest, String absent) {
        String text = textOrNull(member, longest);
        return text == null ? absent : text;
    }

    public @Nullable String textOrNull(String member, int longest) {
        JsonNode value = json.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw bad(member, "must be a text, not " + value.getNodeType().name());
        }
        String text = value.textValue();
        if (text.codePointCount(0, text.length()) > longest) {
            throw bad(member, "is longer than " + longest + " characters");
        }
        return text;
    }

    /** A whole number from {@code min} to {@code max}; {@code absent} where there is none. */
    public long number(String member, long min, long max, long absent) {
        JsonNode value = json.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return absent;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < min
                || value.longValue() > max) {
            throw bad(member, "must be a whole number from " + min + " to " + max);
        }
        return value.longValue();
    }

    public boolean flag(String member, boolean absent) {
        Boolean value = flagOrNull(member);
        return value == null ? absent : value;
    }

    /** A truth value, or null where there is none. */
    public @Nullable Boolean flagOrNull(String member) {
        JsonNode value = json.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            throw bad(member, "must be true or false");
        }
        return value.booleanValue();
    }

    /** One of the words of an enum, in any case; a truth value counts as its word. */
    public <E extends Enum<E>> E choice(String member, Class<E> type) {
        JsonNode value = json.path(member);
        String word = value.isBoolean() ? value.asText() : text(member, 100, "");
        E constant = Json.constant(type, word);
        if (constant == null) {
            String not = word.isEmpty() ? "" : ", not " + word;
            throw bad(member, "must be one of " + Json.words(type) + not);
        }
        return constant;
    }

    /** A text, or a whole number in its digits. */
    public String textOrNumber(String member, int longest) {
        JsonNode value = json.path(member);
        return value.isIntegralNumber() ? value.asText() : text(member, longest);
    }

    /** A list of whole numbers from {@code min} to {@code max}; empty where there is none. */
    public List<Integer> numbers(String member, int min, int max) {
        var numbers = new ArrayList<Integer>();
        for (JsonNode value : list(member)) {
            if (!value.canConvertToInt()
                    || !value.isIntegralNumber()
                    || value.intValue() < min
                    || value.intValue() > max) {
                throw bad(member, "must be a list of whole numbers from " + min + " to " + max);
            }
            numbers.add(value.intValue());
        }
        return numbers;
    }

    /** A list of texts of at most {@code longest} characters; empty where there is none. */
    public List<String> texts(String member, int longest) {
        var texts = new ArrayList<String>();
        for (JsonNode value : list(member)) {
            if (!value.isTextual() || value.textValue().length() > longest) {
                throw bad(member, "must be a list of texts of at most " + longest + " characters");
            }
            texts.add(value.textValue());
        }
        return texts;
    }

    /** A list of objects; empty where there is none. */
    public List<Body> objects(String member) {
        var objects = new ArrayList<Body>();
        for (JsonNode value : list(member)) {
            if (!value.isObject()) {
                throw bad(member, "must be a list of objects");
            }
            objects.add(new Body(value, member + "[" + objects.size() + "]."));
        }
        return objects;
    }

    private JsonNode list(String member) {
        JsonNode value = json.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Json.list();
        }
        if (!value.isArray()) {
            throw bad(member, "must be a list");
        }
        return value;
    }

    public boolean hasObject(String member) {
        return json.path(member).isObject();
    }

    /** An object of texts, whole numbers and truth values; empty where there is none. */
    public Map<String, Object> arguments(String member) {
        JsonNode value = json.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Map.of();
        }
        if (!value.isObject()) {
            throw bad(member, "must be an object");
        }
        return arguments(value, member + ".");
    }

    /** All members as arguments. */
    public Map<String, Object> arguments() {
        return arguments(json, "");
    }

    private Map<String, Object> arguments(JsonNode object, String path) {
        var arguments = new LinkedHashMap<String, Object>();
        object.properties()
                .forEach(
                        argument ->
                                arguments.put(
                                        argument.getKey(),
                                        scalar(path + argument.getKey(), argument.getValue())));
        return arguments;
    }

    private Object scalar(String member, JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        throw bad(member, "must be a text, a whole number, true or false");
    }

    private Rejection bad(String member, String complaint) {
        return BAD_ARGUMENT
                .because("Member '" + prefix + member + "' " + complaint + ".")
                .rejection();
    }
}
