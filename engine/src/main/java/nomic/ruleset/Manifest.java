package nomic.ruleset;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The file {@code ruleset.yaml}: what a ruleset is called and which rules it has, in order.
 *
 * @param base the ruleset that rules without a file of their own are taken from; null for none
 */
record Manifest(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String name,
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String title,
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String description,
        @Nullable String base,
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL, contentNulls = Nulls.FAIL)
                List<Integer> rules) {
    static final String FILE = "ruleset.yaml";

    private static final YAMLMapper YAML = new YAMLMapper();

    static Manifest read(String file, String text) {
        try {
            return YAML.readValue(text, Manifest.class);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new MalformedFile(
                    file,
                    Math.max(line, 0),
                    "The manifest cannot be read (" + words(e.getOriginalMessage()) + ")",
                    "It has name, title, description and a list rules of rule numbers; base names"
                            + " a ruleset to take rules from.");
        }
    }

    /** Without the lines of the text that a reader of YAML quotes. */
    private static String words(String message) {
        return message.lines()
                .filter(line -> !line.startsWith(" "))
                .collect(Collectors.joining(", "));
    }
}
