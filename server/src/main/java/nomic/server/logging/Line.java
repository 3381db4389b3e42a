package nomic.server.logging;

import com.fasterxml.jackson.annotation.JsonInclude;

import nomic.log.GameId;
import nomic.log.Trace;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * One line of the log.
 *
 * @param thrown where something broke, without messages: these may quote what players wrote
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Line(
        Instant time,
        String level,
        String logger,
        String message,
        @Nullable String request,
        @Nullable String game,
        @Nullable String thrown) {
    static Line of(LogRecord record, Formatter formatter) {
        Subject subject = Subject.current();
        return new Line(
                record.getInstant(),
                level(record),
                String.valueOf(record.getLoggerName()),
                formatter.formatMessage(record),
                subject == null ? null : subject.request(),
                game(record, subject),
                record.getThrown() == null ? null : Trace.of(record.getThrown()));
    }

    /** The words that other programs use. */
    private static String level(LogRecord record) {
        int level = record.getLevel().intValue();
        return level >= 1000 ? "ERROR" : level >= 900 ? "WARN" : level >= 800 ? "INFO" : "DEBUG";
    }

    /** The game that a line names among its parameters, or else that of the request. */
    private static @Nullable String game(LogRecord record, @Nullable Subject subject) {
        if (record.getParameters() != null) {
            for (Object parameter : record.getParameters()) {
                if (parameter instanceof GameId game) {
                    return game.value();
                }
            }
        }
        return subject == null ? null : subject.game();
    }
}
