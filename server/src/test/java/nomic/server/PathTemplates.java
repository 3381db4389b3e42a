package nomic.server;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.stream.StreamSupport;

/** Finds the path of a description that a request asks for. */
final class PathTemplates {
    private PathTemplates() {}

    /** The template with fewest parameters that fits; null where none does. */
    static @Nullable String of(JsonNode description, String path) {
        Iterable<String> templates = () -> description.path("paths").fieldNames();
        return StreamSupport.stream(templates.spliterator(), false)
                .filter(template -> path.matches(template.replaceAll("\\{\\w+}", "[^/]+")))
                .min(Comparator.comparingLong(it -> it.chars().filter(c -> c == '{').count()))
                .orElse(null);
    }
}
