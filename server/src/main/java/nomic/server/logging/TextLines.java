package nomic.server.logging;

import org.jspecify.annotations.Nullable;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** Lines for people; where something broke, some more follow. */
public final class TextLines extends Formatter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    @Override
    public String format(LogRecord record) {
        Line line = Line.of(record, this);
        var text = new StringBuilder(TIME.format(line.time()));
        text.append(' ').append(line.level()).append(' ').append(line.logger()).append(": ");
        text.append(line.message());
        append(text, "game", line.game());
        append(text, "request", line.request());
        if (line.thrown() != null) {
            text.append('\n').append(line.thrown());
        }
        return text.toString().replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?") + "\n";
    }

    private static void append(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append(" [").append(name).append(' ').append(value).append(']');
        }
    }
}
