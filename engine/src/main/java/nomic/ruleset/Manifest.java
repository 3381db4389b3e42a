package nomic.ruleset;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.util.List;

/** The file {@code ruleset.yaml}: what a ruleset is called and which rules it has, in order. */
record Manifest(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) String description,
        @JsonProperty(required = true) List<Integer> rules) {
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
                    "The manifest cannot be read (" + e.getOriginalMessage() + ")",
                    "It has name, title, description and a list rules of rule numbers.");
        }
    }
}
