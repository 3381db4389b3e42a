package nomic.log;

import nomic.game.Decided;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.SequencedMap;

/** A log as one node reaches it: through a gate. */
record GatedLog(GameLog log, Gate gate) implements GameLog {
    @Override
    public Tenure takeOver(GameId game, String node) {
        return gate.pass(() -> log.takeOver(game, node));
    }

    @Override
    public Appended append(GameId game, Tenure tenure, Decided decided) {
        return gate.pass(() -> log.append(game, tenure, decided));
    }

    @Override
    public void quarantine(GameId game, String why) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean release(GameId game) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable String quarantined(GameId game) {
        return gate.<@Nullable String>pass(() -> log.quarantined(game));
    }

    @Override
    public @Nullable Tenure head(GameId game) {
        return gate.<@Nullable Tenure>pass(() -> log.head(game));
    }

    @Override
    public @Nullable Entry find(GameId game, String player, String command) {
        return gate.<@Nullable Entry>pass(() -> log.find(game, player, command));
    }

    @Override
    public List<Entry> entries(GameId game, long afterPosition, int limit) {
        return gate.pass(() -> log.entries(game, afterPosition, limit));
    }

    @Override
    public List<Recorded> read(GameId game, long afterSeq, int limit) {
        return gate.pass(() -> log.read(game, afterSeq, limit));
    }

    @Override
    public SequencedMap<GameId, Long> heads() {
        return gate.pass(log::heads);
    }
}
