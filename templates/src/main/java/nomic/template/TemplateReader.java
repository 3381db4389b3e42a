package nomic.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads the file of a template. */
final class TemplateReader {
    private static final YAMLMapper YAML = new YAMLMapper();

    private TemplateReader() {}

    static Template read(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name + ".yaml")) {
            JsonNode file = YAML.readTree(Objects.requireNonNull(in, name));
            return new Template(
                    name,
                    text(file, "title"),
                    text(file, "description"),
                    parameters(file.path("parameters")),
                    text(file, "prose"),
                    file.path("head").asText(),
                    text(file, "code"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode node, String member) {
        return Objects.requireNonNull(node.get(member), member).asText().strip();
    }

    private static List<Parameter> parameters(JsonNode nodes) {
        var parameters = new ArrayList<Parameter>();
        nodes.properties()
                .forEach(
                        each ->
                                parameters.add(
                                        new Parameter(
                                                each.getKey(),
                                                text(each.getValue(), "meaning"),
                                                type(each.getValue()),
                                                text(each.getValue(), "example"))));
        return parameters;
    }

    private static ValueType type(JsonNode node) {
        String kind = text(node, "type");
        return switch (kind) {
            case "number" ->
                    new ValueType.Number(node.get("min").asLong(), node.get("max").asLong());
            case "rule" -> new ValueType.RuleNumber();
            case "word" -> new ValueType.Word();
            case "asset" -> new ValueType.Asset();
            case "player" -> new ValueType.Player();
            case "choice" -> new ValueType.Choice(options(node.get("options")));
            case "rows" ->
                    new ValueType.Rows(parameters(node.get("columns")), node.get("most").asInt());
            default -> throw new IllegalStateException("There is no type " + kind);
        };
    }

    private static List<String> options(JsonNode nodes) {
        var options = new ArrayList<String>();
        nodes.forEach(option -> options.add(option.asText()));
        return options;
    }
}
