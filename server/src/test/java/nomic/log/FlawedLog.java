package nomic.log;

import nomic.game.Decided;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A log of one game that breaks a promise: what judges histories has to find that out. */
final class FlawedLog implements GameLog {
    private final Flaw flaw;
    private final List<Entry> entries = new ArrayList<>();
    private long epoch;
    private long appends;

    /** What it does wrong. */
    enum Flaw {
        /** It heeds neither the epoch nor the head that a writer knows. */
        NO_FENCE,
        /** It decides a command again that it has. */
        NO_MEMORY,
        /** It forgets some of what it has committed. */
        FORGETS
    }

    FlawedLog(Flaw flaw) {
        this.flaw = flaw;
    }

    private Tenure tenure(GameId game, long of) {
        if (entries.isEmpty()) {
            return new Tenure(of, 0, 0, Chain.start(game));
        }
        Tenure last = entries.getLast().tenure();
        return new Tenure(of, last.head(), last.position(), last.link());
    }

    @Override
    public Tenure takeOver(GameId game, String node) {
        return tenure(game, ++epoch);
    }

    @Override
    public Appended append(GameId game, Tenure tenure, Decided decided) {
        Entry earlier = find(game, decided.envelope().player(), decided.envelope().id());
        if (earlier != null) {
            return new Appended.AlreadyDecided(earlier);
        }
        boolean holds = tenure.equals(tenure(game, epoch));
        if (!holds && flaw != Flaw.NO_FENCE) {
            return new Appended.Fenced(epoch);
        }
        Entry entry = Chain.entry(game, tenure(game, tenure.epoch()), decided);
        if (flaw != Flaw.FORGETS || ++appends % 7 != 0) {
            entries.add(entry);
        }
        return new Appended.Committed(entry.tenure(), entry);
    }

    @Override
    public void quarantine(GameId game, String why) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean release(GameId game) {
        return false;
    }

    @Override
    public @Nullable String quarantined(GameId game) {
        return null;
    }

    @Override
    public @Nullable Tenure head(GameId game) {
        return entries.isEmpty() ? null : tenure(game, epoch);
    }

    @Override
    public @Nullable Entry find(GameId game, String player, String command) {
        return flaw == Flaw.NO_MEMORY
                ? null
                : entries.stream()
                        .filter(entry -> entry.envelope().player().equals(player))
                        .filter(entry -> entry.envelope().id().equals(command))
                        .findFirst()
                        .orElse(null);
    }

    @Override
    public List<Entry> entries(GameId game, long afterPosition, int limit) {
        return entries.stream().skip(afterPosition).limit(limit).toList();
    }

    @Override
    public List<Recorded> read(GameId game, long afterSeq, int limit) {
        return entries.stream()
                .flatMap(entry -> entry.recorded().stream())
                .filter(recorded -> recorded.seq() > afterSeq)
                .limit(limit)
                .toList();
    }

    @Override
    public SequencedMap<GameId, Long> heads() {
        return new LinkedHashMap<>();
    }
}
