package nomic.record;

import nomic.game.Canonical;
import nomic.game.Decided;
import nomic.log.Appended;
import nomic.log.Entry;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Recorded;
import nomic.log.Tenure;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The entries of a record as a log. Reading on from where the last reading ended goes on in the
 * file; any other begins it anew. For use by one thread at a time.
 */
final class RecordLog implements GameLog {
    private static final int PAGE = 100;

    private final GameRecord record;
    private @Nullable Lines lines;
    private long position;

    RecordLog(GameRecord record) {
        this.record = record;
    }

    /**
     * The value of a line, which must be written in the one encoding.
     *
     * @throws RuntimeException where it is not
     */
    static <T> T value(Line line, byte[] text, Class<T> type) {
        String json = line.value(text);
        T value = Canonical.read(json, type);
        if (!Canonical.text(value).equals(json)) {
            throw new IllegalArgumentException("It is not written in the one encoding");
        }
        return value;
    }

    @Override
    public List<Entry> entries(GameId game, long afterPosition, int limit) {
        if (!game.equals(record.game())) {
            return List.of();
        }
        try {
            skipTo(afterPosition);
            var entries = new ArrayList<Entry>();
            while (entries.size() < limit) {
                byte[] line = next();
                if (line == null) {
                    return entries;
                }
                Entry entry = value(Line.ENTRY, line, RecordEntry.class).entry(game);
                Bounded.check(entry);
                entries.add(entry);
            }
            return entries;
        } catch (IOException e) {
            end();
            throw new UncheckedIOException("Cannot read the record", e);
        } catch (RuntimeException | StackOverflowError e) {
            end();
            throw new IllegalArgumentException("Entry " + position + " cannot be read", e);
        }
    }

    private void skipTo(long after) throws IOException {
        if (lines == null || position != after) {
            end();
            lines = new Lines(record.open(), record.most());
            var _ = lines.next();
            while (position < after && next() != null) {
                // skipped
            }
        }
    }

    private byte @Nullable [] next() throws IOException {
        byte[] line = lines == null ? null : lines.next();
        if (line == null || !Line.ENTRY.is(line)) {
            end();
            return null;
        }
        position++;
        return line;
    }

    /** Lets the file go; the next reading begins it anew. */
    private void end() {
        Lines open = lines;
        lines = null;
        position = 0;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot close the record", e);
            }
        }
    }

    @Override
    public List<Recorded> read(GameId game, long afterSeq, int limit) {
        var events = new ArrayList<Recorded>();
        long after = 0;
        List<Entry> page;
        do {
            page = entries(game, after, PAGE);
            for (Entry entry : page) {
                after = entry.position();
                for (Recorded event : entry.recorded()) {
                    if (event.seq() > afterSeq && events.size() < limit) {
                        events.add(event);
                    }
                }
            }
        } while (page.size() == PAGE && events.size() < limit);
        return events;
    }

    @Override
    public @Nullable Tenure head(GameId game) {
        RecordTrailer trailer = record.trailer();
        return game.equals(record.game())
                ? new Tenure(RecordEntry.EPOCH, trailer.head(), trailer.position(), trailer.link())
                : null;
    }

    @Override
    public SequencedMap<GameId, Long> heads() {
        var heads = new LinkedHashMap<GameId, Long>();
        heads.put(record.game(), record.trailer().head());
        return heads;
    }

    @Override
    public @Nullable Entry find(GameId game, String player, String command) {
        long after = 0;
        List<Entry> page;
        do {
            page = entries(game, after, PAGE);
            for (Entry entry : page) {
                after = entry.position();
                if (entry.envelope().player().equals(player)
                        && entry.envelope().id().equals(command)) {
                    return entry;
                }
            }
        } while (page.size() == PAGE);
        return null;
    }

    @Override
    public @Nullable String quarantined(GameId game) {
        return null;
    }

    @Override
    public Tenure takeOver(GameId game, String node) {
        throw written();
    }

    @Override
    public Appended append(GameId game, Tenure tenure, Decided decided) {
        throw written();
    }

    @Override
    public void quarantine(GameId game, String why) {
        throw written();
    }

    @Override
    public boolean release(GameId game) {
        throw written();
    }

    private static UnsupportedOperationException written() {
        return new UnsupportedOperationException("A record is written already");
    }
}
