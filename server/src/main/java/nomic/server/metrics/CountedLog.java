package nomic.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import nomic.game.Decided;
import nomic.game.Event;
import nomic.game.Outcome;
import nomic.game.Use;
import nomic.log.Appended;
import nomic.log.Entry;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Recorded;
import nomic.log.Tenure;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.SequencedMap;

/** A log that counts what gets into it: each command once, whoever decided it how often. */
final class CountedLog implements GameLog {
    private final GameLog log;
    private final MeterRegistry registry;
    private final Timer appends;
    private final Counter firings;
    private final Counter fuel;
    private final Counter seconds;
    private final Counter suspended;
    private final Counter faults;

    CountedLog(GameLog log, MeterRegistry registry, Timer appends) {
        this.log = log;
        this.registry = registry;
        this.appends = appends;
        firings = counter("nomic.rule.firings", "Firings of rules");
        fuel = counter("nomic.rule.fuel", "Steps of the code of rules");
        seconds = counter("nomic.rule.seconds", "Seconds that rules ran");
        suspended = counter("nomic.rules.suspended", "Rules that broke and were suspended");
        faults = counter("nomic.rules.faulted", "Rules that broke while they judged a move");
    }

    private Counter counter(String name, String what) {
        return Counter.builder(name).description(what).register(registry);
    }

    @Override
    public Appended append(GameId game, Tenure tenure, Decided decided) {
        Appended appended = appends.record(() -> log.append(game, tenure, decided));
        if (appended instanceof Appended.Committed(var _, Entry entry)) {
            count(entry);
        }
        return appended;
    }

    private void count(Entry entry) {
        String command = entry.envelope().command().getClass().getSimpleName();
        switch (entry.outcome()) {
            case Outcome.Accepted _ -> command(command, "accepted", "");
            case Outcome.Refused(var refusal) ->
                    command(command, "refused", refusal.getClass().getSimpleName());
        }
        Use use = entry.use().values().stream().reduce(Use.NONE, Use::plus);
        firings.increment(use.firings());
        fuel.increment(use.fuel());
        seconds.increment(use.time() / 1e9);
        entry.events().forEach(occurrence -> count(occurrence.event()));
    }

    /** The words are names of types of ours, of which there are few. */
    private void command(String command, String outcome, String refusal) {
        Counter.builder("nomic.moves")
                .description("Commands in the log, by what became of them")
                .tags("command", command, "outcome", outcome, "refusal", refusal)
                .register(registry)
                .increment();
    }

    private void count(Event event) {
        if (event instanceof Event.RuleSuspended) {
            suspended.increment();
        } else if (event instanceof Event.RuleFaulted) {
            faults.increment();
        }
    }

    @Override
    public Tenure takeOver(GameId game, String node) {
        return log.takeOver(game, node);
    }

    @Override
    public void quarantine(GameId game, String why) {
        log.quarantine(game, why);
    }

    @Override
    public boolean release(GameId game) {
        return log.release(game);
    }

    @Override
    public @Nullable String quarantined(GameId game) {
        return log.quarantined(game);
    }

    @Override
    public @Nullable Tenure head(GameId game) {
        return log.head(game);
    }

    @Override
    public @Nullable Entry find(GameId game, String player, String command) {
        return log.find(game, player, command);
    }

    @Override
    public List<Entry> entries(GameId game, long afterPosition, int limit) {
        return log.entries(game, afterPosition, limit);
    }

    @Override
    public List<Recorded> read(GameId game, long afterSeq, int limit) {
        return log.read(game, afterSeq, limit);
    }

    @Override
    public List<GameId> games() {
        return log.games();
    }

    @Override
    public SequencedMap<GameId, Long> heads() {
        return log.heads();
    }
}
