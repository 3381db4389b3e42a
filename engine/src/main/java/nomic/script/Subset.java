package nomic.script;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Map;

/**
 * Whether a value has all that a piece of a script asks of it, and perhaps more; {@code {}} asks
 * for nothing to be there.
 */
final class Subset {
    private Subset() {}

    static boolean matches(Node wanted, JsonNode actual) {
        return switch (wanted) {
            case Node.Scalar scalar ->
                    actual.isValueNode() && actual.asText().equalsIgnoreCase(scalar.text());
            case Node.Sequence sequence -> matchesAll(sequence, actual);
            case Node.Mapping mapping when mapping.entries().isEmpty() ->
                    actual.isObject() && actual.isEmpty();
            case Node.Mapping mapping ->
                    mapping.entries().entrySet().stream()
                            .allMatch(entry -> matchesEntry(entry, actual));
        };
    }

    /**
     * A place at which a value is not what a script asks.
     *
     * @param path the names of members that lead there, with dots between them
     */
    record Difference(String path, Node wanted, JsonNode actual) {
        @Override
        public String toString() {
            return path
                    + (actual.isMissingNode() ? " not at all" : " = " + actual)
                    + "; expected: "
                    + show(wanted);
        }
    }

    /** The first difference from a value that does not match. */
    static Difference difference(String path, Node wanted, JsonNode actual) {
        if (wanted instanceof Node.Mapping mapping && actual.isObject()) {
            for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
                if (!matchesEntry(entry, actual)) {
                    String key = entry.getKey();
                    return difference(path + "." + key, entry.getValue(), actual.path(key));
                }
            }
        }
        return new Difference(path, wanted, actual);
    }

    private static boolean matchesEntry(Map.Entry<String, Node> entry, JsonNode actual) {
        return matches(entry.getValue(), actual.path(entry.getKey()));
    }

    private static boolean matchesAll(Node.Sequence wanted, JsonNode actual) {
        if (!actual.isArray() || actual.size() != wanted.items().size()) {
            return false;
        }
        for (int i = 0; i < actual.size(); i++) {
            if (!matches(wanted.items().get(i), actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A piece of a script on one line, for messages. */
    static String show(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar.text();
            case Node.Sequence sequence ->
                    sequence.items().stream().map(Subset::show).toList() + "";
            case Node.Mapping mapping -> {
                var text = new StringBuilder();
                mapping.entries()
                        .forEach(
                                (key, value) ->
                                        text.append(text.isEmpty() ? "" : ", ")
                                                .append(key)
                                                .append(": ")
                                                .append(show(value)));
                yield "{" + text + "}";
            }
        };
    }
}
