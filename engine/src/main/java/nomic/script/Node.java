package nomic.script;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;

import nomic.ruleset.MalformedFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of YAML that knows its line in the file. */
sealed interface Node {
    int line();

    /**
     * @param text as written
     * @param value a text, a whole number as a long, or a truth value
     */
    record Scalar(int line, String text, Object value) implements Node {}

    record Sequence(int line, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** {@code entries} keep the order of the file. */
    record Mapping(int line, Map<String, Node> entries) implements Node {}

    /** Reads one document; throws {@link MalformedFile}. */
    static Node read(String name, String text) {
        try (JsonParser parser = new YAMLFactory().createParser(text)) {
            if (parser.nextToken() == null) {
                throw new MalformedFile(name, 0, "The script is empty", "Begin with moves:.");
            }
            Node document = node(parser);
            if (parser.nextToken() != null) {
                throw new MalformedFile(
                        name,
                        parser.currentTokenLocation().getLineNr(),
                        "A second document begins here",
                        "Leave out the line with ---.");
            }
            return document;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw YamlMistake.of(name, Math.max(line, 0), e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    private static Node node(JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new JsonParseException(
                    parser, "*" + parser.getText() + " stands for another part");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, line);
            case START_ARRAY -> sequence(parser, line);
            case VALUE_NUMBER_INT -> new Scalar(line, parser.getText(), parser.getLongValue());
            case VALUE_TRUE -> new Scalar(line, parser.getText(), true);
            case VALUE_FALSE -> new Scalar(line, parser.getText(), false);
            default -> new Scalar(line, parser.getText(), parser.getText());
        };
    }

    private static Node sequence(JsonParser parser, int line) throws IOException {
        var items = new ArrayList<Node>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser));
        }
        return new Sequence(line, items);
    }

    private static Node mapping(JsonParser parser, int line) throws IOException {
        var entries = new LinkedHashMap<String, Node>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            if (entries.put(key, node(parser)) != null) {
                throw new JsonParseException(parser, "two values for " + key);
            }
        }
        return new Mapping(line, entries);
    }
}
