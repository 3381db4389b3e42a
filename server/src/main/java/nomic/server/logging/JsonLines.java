package nomic.server.logging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import nomic.game.Canonical;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** A JSON object in each line, for programs. */
public final class JsonLines extends Formatter {
    private static final JsonMapper JSON =
            Canonical.json()
                    .rebuild()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .build();

    @Override
    public String format(LogRecord record) {
        try {
            return JSON.writeValueAsString(Line.of(record, this)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A line of the log cannot be written", e);
        }
    }
}
