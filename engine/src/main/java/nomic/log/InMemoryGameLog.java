package nomic.log;

import nomic.game.Decided;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A log that lasts as long as its process: for scratch games and tests. */
public final class InMemoryGameLog implements GameLog {
    private final Map<GameId, Kept> games = new LinkedHashMap<>();

    private static final class Kept {
        private final List<Entry> entries = new ArrayList<>();
        private final Map<Key, Entry> byKey = new LinkedHashMap<>();
        private long epoch;
        private Tenure head;
        private @Nullable String quarantine;

        Kept(GameId game) {
            head = new Tenure(0, 0, 0, Chain.start(game));
        }
    }

    private record Key(String player, String command) {}

    @Override
    public synchronized Tenure takeOver(GameId game, String node) {
        Kept kept = games.computeIfAbsent(game, Kept::new);
        kept.epoch++;
        Tenure head = kept.head;
        kept.head = new Tenure(kept.epoch, head.head(), head.position(), head.link());
        return kept.head;
    }

    @Override
    public synchronized Appended append(GameId game, Tenure tenure, Decided decided) {
        Kept kept = games.get(game);
        if (kept == null || kept.epoch != tenure.epoch()) {
            return new Appended.Fenced(kept == null ? 0 : kept.epoch);
        }
        if (kept.quarantine != null) {
            return new Appended.Quarantined(kept.quarantine);
        }
        Key key = new Key(decided.envelope().player(), decided.envelope().id());
        Entry earlier = kept.byKey.get(key);
        if (earlier != null) {
            return new Appended.AlreadyDecided(earlier);
        }
        if (!kept.head.equals(tenure)) {
            return new Appended.Fenced(kept.epoch);
        }
        Entry entry = Chain.entry(game, tenure, decided);
        kept.entries.add(entry);
        kept.byKey.put(key, entry);
        kept.head = entry.tenure();
        return new Appended.Committed(kept.head, entry);
    }

    @Override
    public synchronized void quarantine(GameId game, String why) {
        games.computeIfAbsent(game, Kept::new).quarantine = why;
    }

    @Override
    public synchronized boolean release(GameId game) {
        boolean was = quarantined(game) != null;
        if (was) {
            games.computeIfAbsent(game, Kept::new).quarantine = null;
        }
        return was;
    }

    @Override
    public synchronized @Nullable String quarantined(GameId game) {
        Kept kept = games.get(game);
        return kept == null ? null : kept.quarantine;
    }

    @Override
    public synchronized @Nullable Tenure head(GameId game) {
        Kept kept = games.get(game);
        return kept == null ? null : kept.head;
    }

    @Override
    public synchronized @Nullable Entry find(GameId game, String player, String command) {
        Kept kept = games.get(game);
        return kept == null ? null : kept.byKey.get(new Key(player, command));
    }

    @Override
    public synchronized List<Entry> entries(GameId game, long afterPosition, int limit) {
        return all(game).stream().skip(afterPosition).limit(limit).toList();
    }

    @Override
    public synchronized List<Recorded> read(GameId game, long afterSeq, int limit) {
        return all(game).stream()
                .filter(entry -> entry.lastSeq() > afterSeq)
                .flatMap(entry -> entry.recorded().stream())
                .filter(recorded -> recorded.seq() > afterSeq)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized SequencedMap<GameId, Long> heads() {
        var heads = new LinkedHashMap<GameId, Long>();
        games.forEach(
                (game, kept) -> {
                    if (kept.head.head() > 0) {
                        heads.put(game, kept.head.head());
                    }
                });
        return heads;
    }

    private List<Entry> all(GameId game) {
        Kept kept = games.get(game);
        return kept == null ? List.of() : kept.entries;
    }
}
