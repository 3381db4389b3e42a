package nomic.record;

import nomic.game.Decider;
import nomic.game.Past;
import nomic.log.Entry;
import nomic.log.Finding;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Verifier;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A record that was read to its end: it has a header, entries and a trailer, and nothing else. What
 * the entries say is read when it is wanted, and may still be wrong.
 */
public final class GameRecord {
    /** Where the bytes of a record come from, from the first on at each call. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** What became of the reading of a record. */
    public sealed interface Read {
        record Fine(GameRecord record) implements Read {}

        /**
         * It is no record, or not a whole one.
         *
         * @param line counted from 1
         */
        record Refused(long line, String why) implements Read {
            /** In a sentence. */
            public String told() {
                return "Line " + line + ": " + why + ".";
            }
        }
    }

    private static final class NoRecord extends Exception {
        private static final long serialVersionUID = 1L;

        NoRecord(String why) {
            super(why, null, false, false);
        }
    }

    private static final int PAGE = 100;

    private final Source source;
    private final long most;
    private final RecordHeader header;
    private final RecordTrailer trailer;
    private final boolean whole;

    private GameRecord(
            Source source, long most, RecordHeader header, RecordTrailer trailer, boolean whole) {
        this.source = source;
        this.most = most;
        this.header = header;
        this.trailer = trailer;
        this.whole = whole;
    }

    /**
     * Reads a record.
     *
     * @param most how many bytes it may have
     * @throws IOException where it cannot be read at all
     */
    public static Read read(Source source, long most) throws IOException {
        long line = 1;
        try (var lines = new Lines(source.open(), most)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] first = lines.next();
            if (first == null) {
                throw new NoRecord("the file is empty");
            }
            RecordHeader header = header(first);
            update(digest, first);
            for (long entries = 0; ; entries++) {
                line++;
                byte[] next = lines.next();
                if (next == null) {
                    throw new NoRecord("the trailer is missing: the file is cut off");
                }
                if (Line.TRAILER.is(next)) {
                    RecordTrailer trailer = trailer(next);
                    if (trailer.position() != entries) {
                        throw new NoRecord(
                                "it counts %d entries, and there are %d"
                                        .formatted(trailer.position(), entries));
                    }
                    line++;
                    if (lines.next() != null) {
                        throw new NoRecord("there is more after the trailer");
                    }
                    String sum = HexFormat.of().formatHex(digest.digest());
                    return new Read.Fine(
                            new GameRecord(
                                    source, most, header, trailer, sum.equals(trailer.sha256())));
                }
                if (!Line.ENTRY.is(next)) {
                    throw new NoRecord("it is neither an entry nor the trailer");
                }
                update(digest, next);
            }
        } catch (NoRecord | Lines.Unreadable e) {
            return new Read.Refused(line, String.valueOf(e.getMessage()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void update(MessageDigest digest, byte[] line) {
        digest.update(line);
        digest.update((byte) '\n');
    }

    private static RecordHeader header(byte[] text) throws NoRecord {
        if (!Line.HEADER.is(text)) {
            throw new NoRecord("it is no record of a game: the header is missing");
        }
        RecordHeader header = value(Line.HEADER, text, RecordHeader.class);
        if (!header.format().equals(RecordHeader.FORMAT)
                || header.version() != RecordHeader.VERSION) {
            throw new NoRecord(
                    "it is of version "
                            + header.version()
                            + " of the format, and this program reads version "
                            + RecordHeader.VERSION);
        }
        return header;
    }

    private static RecordTrailer trailer(byte[] text) throws NoRecord {
        return value(Line.TRAILER, text, RecordTrailer.class);
    }

    private static <T> T value(Line line, byte[] text, Class<T> type) throws NoRecord {
        try {
            return RecordLog.value(line, text, type);
        } catch (RuntimeException e) {
            throw new NoRecord("the " + line.word() + " cannot be read");
        }
    }

    public RecordHeader header() {
        return header;
    }

    public RecordTrailer trailer() {
        return trailer;
    }

    public GameId game() {
        return new GameId(header.game());
    }

    /** Whether every byte is as the holder of the key in the trailer has signed it. */
    public boolean isSigned() {
        return whole && RecordKey.isGood(trailer.key(), trailer.signed(), trailer.signature());
    }

    /** The entries as a log, which can be read and not written. */
    public GameLog log() {
        return new RecordLog(this);
    }

    InputStream open() throws IOException {
        return source.open();
    }

    long most() {
        return most;
    }

    /** What the entries come to at some place. */
    public sealed interface Reached {
        /**
         * @param past what the game was
         */
        record Fine(Past past) implements Reached {}

        /** The entries do not follow from one another, or there is no game yet. */
        record Broken(long position, String why) implements Reached {
            /** In a sentence. */
            public String told() {
                return "Entry " + position + ": " + why + ".";
            }
        }
    }

    /**
     * What the game was after the last whole command up to a sequence number. The chain is followed
     * to the end of the record; nothing is decided again.
     */
    public Reached at(long seq) {
        var course = new Course(game(), seq);
        GameLog log = log();
        try {
            List<Entry> page;
            do {
                page = log.entries(game(), course.position(), PAGE);
                for (Entry entry : page) {
                    String wrong = course.follow(entry);
                    if (!wrong.isEmpty()) {
                        return new Reached.Broken(course.position() + 1, wrong);
                    }
                }
            } while (page.size() == PAGE);
        } catch (RuntimeException e) {
            return new Reached.Broken(course.position() + 1, "it cannot be read");
        }
        return course.end(trailer);
    }

    /** What is wrong with it, each command decided again; empty for an honest one. */
    public List<Finding> verify(Decider decider) {
        GameLog log = log();
        var findings = new ArrayList<>(new Verifier(decider).verify(log, game()));
        findings.addAll(ending(log));
        return findings;
    }

    /** What the trailer says is what the last entry is. */
    private List<Finding> ending(GameLog log) {
        try {
            var last = log.entries(game(), trailer.position() - 1, 1);
            if (last.size() == 1
                    && last.getFirst().link().equals(trailer.link())
                    && last.getFirst().lastSeq() == trailer.head()) {
                return List.of();
            }
        } catch (RuntimeException e) {
            return List.of(); // said by the verifier, with its place
        }
        String detail = "the trailer names another end";
        return List.of(
                new Finding(game(), trailer.position(), "", "", Finding.What.CHAIN, 0, detail));
    }
}
