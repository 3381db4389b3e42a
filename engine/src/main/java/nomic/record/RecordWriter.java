package nomic.record;

import nomic.game.Canonical;
import nomic.log.Entry;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Games.Snapshot;
import nomic.log.History;
import nomic.log.Tenure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Writes games from a log as records. */
public final class RecordWriter {
    private static final int PAGE = 100;

    private final GameLog log;
    private final RecordKey key;
    private final String engine;

    /**
     * @param engine the version of the program
     */
    public RecordWriter(GameLog log, RecordKey key, String engine) {
        this.log = log;
        this.key = key;
        this.engine = engine;
    }

    /**
     * Writes a game up to its present end, with the seeds of its dice.
     *
     * @throws IllegalArgumentException where there is no such game
     */
    public void write(GameId game, OutputStream out) throws IOException {
        Tenure end = log.head(game);
        Snapshot last = end == null ? null : new History(log).at(game, end.head());
        if (end == null || last == null) {
            throw new IllegalArgumentException("There is no game " + game);
        }
        var digest = new DigestOutputStream(out, sha256());
        Entry first = log.entries(game, 0, 1).getFirst();
        write(
                digest,
                Line.HEADER,
                RecordHeader.of(engine, game.value(), last.state(), first.envelope().at()));
        long position = 0;
        while (position < end.position()) {
            List<Entry> page = log.entries(game, position, PAGE);
            if (page.isEmpty()) {
                throw new IOException("The log of game " + game + " ends before its head");
            }
            for (Entry entry : page) {
                if (entry.position() <= end.position()) {
                    write(digest, Line.ENTRY, RecordEntry.of(entry));
                }
            }
            position = page.getLast().position();
        }
        String sum = HexFormat.of().formatHex(digest.getMessageDigest().digest());
        var trailer =
                new RecordTrailer(end.position(), end.head(), end.link(), sum, key.open(), "");
        write(out, Line.TRAILER, trailer.signedBy(key));
    }

    private static void write(OutputStream out, Line line, Object value) throws IOException {
        out.write(Canonical.text(Map.of(line.word(), value)).getBytes(StandardCharsets.US_ASCII));
        out.write('\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
