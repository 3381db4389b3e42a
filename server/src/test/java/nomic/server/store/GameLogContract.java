package nomic.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Canonical;
import nomic.game.Cause;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.game.Refusal;
import nomic.game.Use;
import nomic.log.Appended;
import nomic.log.Chain;
import nomic.log.Entry;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Recorded;
import nomic.log.Tenure;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What every log of games must do. */
abstract class GameLogContract {
    private static final SortedMap<Integer, Use> USE =
            new TreeMap<>(
                    Map.of(
                            101, new Use(0, 12, 400, 0, 0, 0, 5_000),
                            301, new Use(1, 2, 3, 4, 5, 6, 7)));
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456789Z");

    GameId game = new GameId("");

    abstract GameLog log();

    @BeforeEach
    void take_a_new_game() {
        game = new GameId(UUID.randomUUID().toString());
    }

    @Test
    void a_game_in_quarantine_takes_no_commands_until_it_is_released() {
        Tenure tenure = log().takeOver(game, "one");
        log().quarantine(game, "it ends processes");

        assertThat(log().append(game, tenure, decided("ann", "a", "hello")))
                .isEqualTo(new Appended.Quarantined("it ends processes"));
        assertThat(log().quarantined(game)).isEqualTo("it ends processes");
        assertThat(log().release(game)).isTrue();
        assertThat(log().release(game)).isFalse();
        assertThat(log().quarantined(game)).isNull();
        assertThat(log().append(game, tenure, decided("ann", "a", "hello")))
                .isInstanceOf(Appended.Committed.class);
    }

    @Test
    void a_game_begins_with_its_first_takeover() {
        assertThat(log().takeOver(game, "one")).isEqualTo(new Tenure(1, 0, 0, Chain.start(game)));
        assertThat(log().games()).doesNotContain(game);
    }

    @Test
    void each_takeover_has_a_higher_epoch_and_the_same_head() {
        Tenure first = log().takeOver(game, "one");
        Tenure after = committed(log().append(game, first, decided("ann", "a", "hello"))).tenure();

        assertThat(log().takeOver(game, "two"))
                .isEqualTo(new Tenure(2, 1, 1, after.link()))
                .isNotEqualTo(after);
    }

    @Test
    void what_rules_used_is_kept_beside_the_chain() {
        Tenure tenure = log().takeOver(game, "one");
        Entry entry = committed(log().append(game, tenure, rich())).entry();
        Decided unmeasured = rich(new TreeMap<>());

        assertThat(log().entries(game, 0, 10).getFirst().use()).isEqualTo(USE);
        assertThat(Chain.entry(game, tenure, unmeasured).link()).isEqualTo(entry.link());
    }

    @Test
    void what_is_appended_is_read_back_equal() {
        Tenure tenure = log().takeOver(game, "one");
        Entry entry = committed(log().append(game, tenure, rich())).entry();

        Entry read = log().entries(game, 0, 10).getFirst();
        assertThat(read).isEqualTo(entry);
        assertThat(Canonical.text(read.envelope())).isEqualTo(Canonical.text(rich().envelope()));
        assertThat(Canonical.text(read.events())).isEqualTo(Canonical.text(rich().events()));
        assertThat(Chain.link(read)).isEqualTo(read.link());
        assertThat(log().find(game, "ann", "rich")).isEqualTo(entry);
    }

    @Test
    void a_refused_command_is_kept_without_events() {
        Tenure tenure = log().takeOver(game, "one");
        Outcome refused = new Outcome.Refused(new Refusal.Forbidden(207, 1, "once", "twice"));
        Appended.Committed committed =
                committed(log().append(game, tenure, decided("ann", "a", refused, List.of())));

        assertThat(committed.tenure().head()).isZero();
        assertThat(committed.tenure().position()).isEqualTo(1);
        assertThat(committed.entry().firstSeq()).isEqualTo(1);
        assertThat(committed.entry().lastSeq()).isZero();
        assertThat(log().entries(game, 0, 10)).containsExactly(committed.entry());
        assertThat(log().entries(game, 0, 10).getFirst().outcome()).isEqualTo(refused);
    }

    @Test
    void a_tenure_ends_with_the_next_takeover() {
        Tenure old = log().takeOver(game, "one");
        Tenure fresh = log().takeOver(game, "two");

        assertThat(log().append(game, old, decided("ann", "a", "late")))
                .isEqualTo(new Appended.Fenced(2));
        assertThat(log().entries(game, 0, 10)).isEmpty();
        committed(log().append(game, fresh, decided("ann", "a", "in time")));
    }

    @Test
    void a_tenure_behind_the_log_appends_nothing() {
        Tenure tenure = log().takeOver(game, "one");
        committed(log().append(game, tenure, decided("ann", "a", "first")));

        assertThat(log().append(game, tenure, decided("ann", "b", "second")))
                .isEqualTo(new Appended.Fenced(1));
        assertThat(log().entries(game, 0, 10)).hasSize(1);
    }

    @Test
    void a_tenure_behind_a_refused_command_appends_nothing() {
        Tenure tenure = log().takeOver(game, "one");
        Outcome refused = new Outcome.Refused(new Refusal.Forbidden(207, 1, "once", "twice"));
        committed(log().append(game, tenure, decided("ann", "a", refused, List.of())));

        assertThat(log().append(game, tenure, decided("ann", "b", "second")))
                .isEqualTo(new Appended.Fenced(1));
    }

    @Test
    void nobody_appends_to_a_game_that_was_not_taken_over() {
        assertThat(log().append(game, new Tenure(1, 0, 0, ""), decided("ann", "a", "hello")))
                .isEqualTo(new Appended.Fenced(0));
    }

    @Test
    void a_command_id_is_decided_once_per_player() {
        Tenure tenure = log().takeOver(game, "one");
        Appended.Committed ann =
                committed(log().append(game, tenure, decided("ann", "same", "first")));

        assertThat(log().append(game, ann.tenure(), decided("ann", "same", "again")))
                .isEqualTo(new Appended.AlreadyDecided(ann.entry()));
        assertThat(log().append(game, tenure, decided("ann", "same", "again")))
                .isEqualTo(new Appended.AlreadyDecided(ann.entry()));
        committed(log().append(game, ann.tenure(), decided("bob", "same", "his own")));
        assertThat(log().entries(game, 0, 10)).hasSize(2);
    }

    @Test
    void games_share_nothing_but_the_log() {
        GameId other = new GameId(UUID.randomUUID().toString());
        Entry one =
                committed(log().append(game, log().takeOver(game, "n"), decided("ann", "a", "x")))
                        .entry();
        Entry two =
                committed(log().append(other, log().takeOver(other, "n"), decided("ann", "a", "x")))
                        .entry();

        assertThat(log().find(game, "ann", "a")).isEqualTo(one);
        assertThat(log().find(other, "ann", "a")).isEqualTo(two);
        assertThat(one.link()).isNotEqualTo(two.link());
        assertThat(log().games()).containsSubsequence(game, other);
    }

    @Test
    void entries_and_events_are_read_page_by_page_in_order() {
        Tenure tenure = log().takeOver(game, "one");
        for (int i = 1; i <= 7; i++) {
            tenure =
                    committed(log().append(game, tenure, decided("ann", "c" + i, "x" + i, "y" + i)))
                            .tenure();
        }
        assertThat(log().entries(game, 2, 3))
                .extracting(Entry::position)
                .containsExactly(3L, 4L, 5L);
        assertThat(log().entries(game, 7, 3)).isEmpty();
        assertThat(log().read(game, 3, 4))
                .extracting(Recorded::seq)
                .containsExactly(4L, 5L, 6L, 7L);
        assertThat(log().read(game, 3, 4))
                .extracting(Recorded::command)
                .containsExactly("c2", "c3", "c3", "c4");
        assertThat(log().read(game, 0, 100))
                .isEqualTo(
                        log().entries(game, 0, 100).stream()
                                .flatMap(entry -> entry.recorded().stream())
                                .toList());
        assertThat(log().read(game, 14, 4)).isEmpty();
    }

    @Test
    void links_form_a_chain() {
        Tenure tenure = log().takeOver(game, "one");
        for (int i = 1; i <= 3; i++) {
            tenure = committed(log().append(game, tenure, decided("ann", "c" + i, "x"))).tenure();
        }
        String previous = Chain.start(game);
        for (Entry entry : log().entries(game, 0, 10)) {
            assertThat(entry.previous()).isEqualTo(previous);
            assertThat(entry.link()).isEqualTo(Chain.link(entry));
            previous = entry.link();
        }
        assertThat(tenure.link()).isEqualTo(previous);
        assertThat(log().head(game)).isEqualTo(tenure);
    }

    @Test
    void unknown_games_and_commands_are_not_found() {
        assertThat(log().head(game)).isNull();
        assertThat(log().find(game, "ann", "a")).isNull();
        assertThat(log().entries(game, 0, 10)).isEmpty();
        assertThat(log().read(game, 0, 10)).isEmpty();
    }

    @Test
    void two_writers_race_and_each_command_lands_once() throws Exception {
        int writers = 4;
        int commands = 25;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> all = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String node = "node" + writer;
                all.add(
                        () -> {
                            Tenure tenure = log().takeOver(game, node);
                            for (int i = 0; i < commands; i++) {
                                tenure = insist(node, tenure, decided("ann", "c" + i, "x"));
                            }
                            return null;
                        });
            }
            for (var done : threads.invokeAll(all)) {
                done.get();
            }
        }
        List<Entry> entries = log().entries(game, 0, 1000);
        assertThat(entries)
                .extracting(entry -> entry.envelope().id())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, commands).mapToObj(i -> "c" + i).toList());
        assertThat(entries)
                .extracting(Entry::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, commands).boxed().toList());
        assertThat(entries).extracting(Entry::epoch).isSorted();
        assertThat(entries).allSatisfy(e -> assertThat(e.link()).isEqualTo(Chain.link(e)));
    }

    /** Appends as a writer does that takes over again whenever it was fenced. */
    private Tenure insist(String node, Tenure first, Decided decided) {
        Tenure tenure = first;
        while (true) {
            switch (log().append(game, tenure, decided)) {
                case Appended.Committed(Tenure next, Entry _) -> {
                    return next;
                }
                case Appended.AlreadyDecided _, Appended.Quarantined _ -> {
                    return tenure;
                }
                case Appended.Fenced _ -> tenure = log().takeOver(game, node);
            }
        }
    }

    static Appended.Committed committed(Appended appended) {
        assertThat(appended).isInstanceOf(Appended.Committed.class);
        return (Appended.Committed) appended;
    }

    static Decided decided(String player, String id, String... texts) {
        List<Occurrence> events =
                Stream.of(texts)
                        .map(text -> new Occurrence(new Event.Announced(text), cause()))
                        .toList();
        return decided(player, id, new Outcome.Accepted(), events);
    }

    private static Decided decided(
            String player, String id, Outcome outcome, List<Occurrence> events) {
        Envelope envelope = new Envelope(id, player, AT, "5eed", new Command.EndTurn());
        return new Decided(
                envelope, outcome, events, GameState.NONE, "rulebook", "state", new TreeMap<>());
    }

    /** A command with every kind of value that JSON or a database could change. */
    private static Decided rich() {
        return rich(USE);
    }

    private static Decided rich(SortedMap<Integer, Use> use) {
        String odd =
                "\u0000\u0007 \"quoted\" \\ 'it' é \uD83C\uDFB2 \u2028 </script>"
                        + "x".repeat(20_000);
        Map<String, Object> values =
                Map.of(
                        "z",
                        1,
                        "a",
                        9_007_199_254_740_993L,
                        "text",
                        odd,
                        "list",
                        List.of(1, "b"),
                        "number",
                        new BigDecimal("0.10"));
        Envelope envelope = new Envelope("rich", "ann", AT, "5eed", new Command.Act(odd, values));
        List<Occurrence> events =
                List.of(
                        new Occurrence(new Event.ActionTaken("ann", odd, values), cause()),
                        new Occurrence(
                                new Event.Announced(odd),
                                new Cause.ByRule(301, 2, odd, List.of(values))));
        return new Decided(
                envelope, new Outcome.Accepted(), events, GameState.NONE, "rulebook", "state", use);
    }

    private static Cause cause() {
        return new Cause.ByMove("EndTurn");
    }
}
