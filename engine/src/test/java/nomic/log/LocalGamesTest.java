package nomic.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Decider;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.Use;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.log.Games.Submitted;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

final class LocalGamesTest {
    private static final GameId GAME = new GameId("11111111-1111-1111-1111-111111111111");
    private static final GameId OTHER = new GameId("22222222-2222-2222-2222-222222222222");
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final InMemoryGameLog log = new InMemoryGameLog();
    private final LocalFeed feed = new LocalFeed();
    private final ManualClock clock = new ManualClock();
    private final List<LocalGames> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(LocalGames::close);
    }

    @Test
    void a_game_is_created_and_joined() {
        LocalGames games = open();
        create(games, GAME);
        done(games, "bob", "j", new Command.Join());

        assertThat(Objects.requireNonNull(games.state(GAME)).players()).containsOnlyKeys("bob");
        assertThat(log.games()).containsExactly(GAME);
    }

    @Test
    void an_unknown_game_takes_only_its_creation_and_leaves_no_trace() {
        LocalGames games = open();

        assertThat(submit(games, "bob", "j", new Command.Join()))
                .isEqualTo(new Submitted.UnknownGame());
        assertThat(games.state(GAME)).isNull();
        assertThat(log.append(GAME, new Tenure(1, 0, 0, ""), decidedBefore()))
                .isEqualTo(new Appended.Fenced(0));
    }

    @Test
    void the_same_command_with_the_same_id_gives_the_stored_entry() {
        LocalGames games = open();
        create(games, GAME);
        Entry first = done(games, "ann", "v", new Command.Join());

        assertThat(done(games, "ann", "v", new Command.Join())).isEqualTo(first);
        assertThat(log.entries(GAME, 0, 10)).hasSize(2);
    }

    @Test
    void another_command_with_the_same_id_is_told_apart() {
        LocalGames games = open();
        create(games, GAME);
        Entry first = done(games, "ann", "v", wake("x", 5));

        assertThat(submit(games, "ann", "v", wake("x", 6)))
                .isEqualTo(new Submitted.IdReused(first));
    }

    @Test
    void two_players_may_use_the_same_id() {
        LocalGames games = open();
        create(games, GAME);
        done(games, "ann", "j", new Command.Join());
        Entry bob = done(games, "bob", "j", new Command.Join());

        assertThat(bob.envelope().player()).isEqualTo("bob");
        assertThat(log.entries(GAME, 0, 10)).hasSize(3);
    }

    @Test
    void commands_are_decided_in_the_order_of_their_submission() {
        LocalGames games = open();
        create(games, GAME);
        var answers = new ArrayList<CompletableFuture<Submitted>>();
        for (int i = 0; i < 50; i++) {
            answers.add(games.submit(GAME, "p" + i, "j", new Command.Join()));
        }
        answers.forEach(CompletableFuture::join);

        assertThat(log.entries(GAME, 1, 100))
                .extracting(entry -> entry.envelope().player())
                .containsExactlyElementsOf(IntStream.range(0, 50).mapToObj(i -> "p" + i).toList());
    }

    @Test
    void a_full_queue_is_busy_and_others_are_not() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Decider slow =
                (state, envelope) -> {
                    if (envelope.player().equals("slow")) {
                        begun.countDown();
                        await(go);
                    }
                    return new TableRules().decide(state, envelope);
                };
        LocalGames games = open(log, slow, clock, 2);
        create(games, GAME);
        create(games, OTHER);

        var first = games.submit(GAME, "slow", "j", new Command.Join());
        begun.await();
        var second = games.submit(GAME, "bob", "j", new Command.Join());
        var third = games.submit(GAME, "cyd", "j", new Command.Join());
        assertThat(games.submit(GAME, "dan", "j", new Command.Join()).join())
                .isEqualTo(new Submitted.Busy());
        assertThat(games.submit(OTHER, "dan", "j", new Command.Join()).join())
                .isInstanceOf(Submitted.Done.class);
        go.countDown();
        assertThat(List.of(first.join(), second.join(), third.join()))
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(Submitted.Done.class));
    }

    @Test
    void the_older_of_two_writers_is_fenced_and_then_takes_over_again() {
        LocalGames old = open();
        LocalGames young = open();
        create(old, GAME);
        done(young, "bob", "j", new Command.Join());

        assertThat(submit(old, "cyd", "j", new Command.Join()))
                .isInstanceOf(Submitted.Unavailable.class);
        assertThat(log.entries(GAME, 0, 10)).hasSize(2);
        done(old, "cyd", "j", new Command.Join());
        assertThat(Objects.requireNonNull(old.state(GAME)).players())
                .containsOnlyKeys("bob", "cyd");
        assertThat(log.entries(GAME, 0, 10)).extracting(Entry::epoch).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_bug_of_the_rules_costs_one_command_and_no_other_game() {
        LocalGames games = open();
        create(games, GAME);
        create(games, OTHER);

        assertThat(submit(games, "ann", "b", new Command.Act("break", Map.of())))
                .isInstanceOf(Submitted.Unavailable.class);
        done(games, "ann", "j", new Command.Join());
        assertThat(games.submit(OTHER, "ann", "j", new Command.Join()).join())
                .isInstanceOf(Submitted.Done.class);
        assertThat(log.entries(GAME, 0, 10)).hasSize(2);
    }

    @Test
    void what_rules_have_used_is_summed_up_and_known_again_by_the_next_process() {
        create(open(log, using(new TableRules()), clock, 10), GAME);
        LocalGames games = opened.getFirst();
        done(games, "ann", "j", new Command.Join());
        done(games, "bob", "j", new Command.Join());
        var expected =
                Map.of(
                        1, new Total(3, new Use(3, 30, 0, 0, 0, 0, 3_000)),
                        2, new Total(3, new Use(0, 21, 0, 0, 0, 0, 0)));

        assertThat(Objects.requireNonNull(games.snapshot(GAME)).use()).isEqualTo(expected);
        assertThat(Objects.requireNonNull(open().snapshot(GAME)).use()).isEqualTo(expected);
    }

    /** Decides as others do, with some use of two rules in each command. */
    private static Decider using(Decider decider) {
        return (state, envelope) -> {
            Decided decided = decider.decide(state, envelope);
            var use = new TreeMap<Integer, Use>();
            use.put(1, new Use(1, 10, 0, 0, 0, 0, 1_000));
            use.put(2, new Use(0, 7, 0, 0, 0, 0, 0));
            return new Decided(
                    envelope,
                    decided.outcome(),
                    decided.events(),
                    decided.state(),
                    decided.rulebookHash(),
                    decided.stateHash(),
                    use);
        };
    }

    @Test
    void a_game_that_ends_processes_is_put_in_quarantine_and_no_other() {
        LocalGames games = open();
        create(games, GAME);
        create(games, OTHER);
        var quarantined = new Submitted.Quarantined("It ended three processes.");

        assertThat(submit(games, "ann", "k", new Command.Act("kill", Map.of())))
                .isEqualTo(quarantined);
        assertThat(submit(games, "ann", "j", new Command.Join())).isEqualTo(quarantined);
        assertThat(submit(open(), "ann", "j", new Command.Join())).isEqualTo(quarantined);
        assertThat(games.snapshot(GAME))
                .extracting(Games.Snapshot::quarantine)
                .isEqualTo("It ended three processes.");
        assertThat(games.submit(OTHER, "ann", "j", new Command.Join()).join())
                .isInstanceOf(Submitted.Done.class);

        assertThat(log.release(GAME)).isTrue();
        done(games, "ann", "j", new Command.Join());
    }

    @Test
    void a_state_that_is_not_the_fold_of_its_events_is_not_kept() {
        Decider wrong =
                (state, envelope) -> {
                    Decided decided = new TableRules().decide(state, envelope);
                    return envelope.player().equals("eve")
                            ? new Decided(
                                    envelope,
                                    decided.outcome(),
                                    List.of(),
                                    decided.state(),
                                    decided.rulebookHash(),
                                    decided.stateHash(),
                                    decided.use())
                            : decided;
                };
        LocalGames games = open(log, wrong, clock, 10);
        create(games, GAME);

        assertThat(submit(games, "eve", "j", new Command.Join()))
                .isInstanceOf(Submitted.Unavailable.class);
        assertThat(log.entries(GAME, 0, 10)).hasSize(1);
    }

    @Test
    void an_append_with_an_unknown_result_is_found_when_it_is_asked_for_again() {
        AtomicBoolean fails = new AtomicBoolean();
        GameLog unsure =
                new Forwarding(log) {
                    @Override
                    public Appended append(GameId game, Tenure tenure, Decided decided) {
                        Appended appended = super.append(game, tenure, decided);
                        if (fails.getAndSet(false)) {
                            throw new IllegalStateException("The connection broke.");
                        }
                        return appended;
                    }
                };
        LocalGames games = open(unsure, new TableRules(), clock, 10);
        create(games, GAME);
        fails.set(true);

        assertThat(submit(games, "bob", "j", new Command.Join()))
                .isInstanceOf(Submitted.Unavailable.class);
        done(games, "cyd", "j", new Command.Join());
        assertThat(done(games, "bob", "j", new Command.Join()).position()).isEqualTo(2);
        assertThat(log.entries(GAME, 0, 10)).hasSize(3);
        assertThat(Objects.requireNonNull(games.state(GAME)).players())
                .containsOnlyKeys("bob", "cyd");
    }

    @Test
    void what_is_due_happens_before_the_next_command() {
        LocalGames games = open();
        create(games, GAME);
        done(games, "ann", "w1", wake("late", 20));
        done(games, "ann", "w2", wake("soon", 10));
        clock.move(Duration.ofSeconds(15));
        done(games, "bob", "j", new Command.Join());

        assertThat(commands()).containsExactly("create", "w1", "w2", "time-4", "j");
        Entry passed = log.entries(GAME, 3, 1).getFirst();
        assertThat(passed.envelope().player()).isEmpty();
        assertThat(passed.envelope().at()).isEqualTo(clock.instant().minusSeconds(5));
        assertThat(passed.events())
                .extracting(occurrence -> (Object) occurrence.event())
                .containsExactly(new Event.DeadlinePassed("soon", clock.instant().minusSeconds(5)));
    }

    @Test
    void what_fell_due_while_nobody_looked_happens_on_resuming() throws InterruptedException {
        LocalGames before = open();
        create(before, GAME);
        done(before, "ann", "w", wake("soon", 10));
        before.close();
        clock.move(Duration.ofHours(1));

        CountDownLatch passed = new CountDownLatch(1);
        feed.listen(GAME, _ -> passed.countDown());
        open().resume(GAME);
        passed.await();
        assertThat(commands()).containsExactly("create", "w", "time-3");
    }

    @Test
    void each_deadline_passes_at_its_time_and_what_follows_from_it_before_the_next() {
        Instant begun = overdueForAnHour();
        done(open(), "bob", "j", new Command.Join());

        assertThat(passed())
                .containsExactly(
                        Map.entry("early+30", begun.plusSeconds(10)),
                        Map.entry("early", begun.plusSeconds(40)),
                        Map.entry("late", begun.plusSeconds(60)));
        assertThat(log.entries(GAME, 6, 1).getFirst().envelope().at()).isEqualTo(clock.instant());
    }

    @Test
    void a_game_that_nobody_asks_for_catches_up_in_the_same_order() throws InterruptedException {
        Instant begun = overdueForAnHour();
        CountDownLatch three = new CountDownLatch(3);
        feed.listen(GAME, _ -> three.countDown());
        open().resume(GAME);
        three.await();

        assertThat(passed())
                .containsExactly(
                        Map.entry("early+30", begun.plusSeconds(10)),
                        Map.entry("early", begun.plusSeconds(40)),
                        Map.entry("late", begun.plusSeconds(60)));
    }

    /** A game whose server went down before three deadlines, one of which follows from another. */
    private Instant overdueForAnHour() {
        LocalGames before = open();
        create(before, GAME);
        done(before, "ann", "w1", wake("late", 60));
        done(before, "ann", "w2", wake("early+30", 10));
        before.close();
        Instant begun = clock.instant();
        clock.move(Duration.ofHours(1));
        return begun;
    }

    @Test
    void deadlines_of_one_moment_pass_together() {
        LocalGames games = open();
        create(games, GAME);
        done(games, "ann", "w1", wake("one", 10));
        done(games, "ann", "w2", wake("two", 10));
        clock.move(Duration.ofMinutes(1));
        done(games, "bob", "j", new Command.Join());

        assertThat(commands()).containsExactly("create", "w1", "w2", "time-4", "j");
        assertThat(passed()).extracting(Map.Entry::getKey).containsExactly("one", "two");
    }

    @Test
    void an_endless_chain_of_deadlines_is_followed_for_200_steps_and_then_at_once() {
        LocalGames games = open();
        create(games, GAME);
        done(games, "ann", "w1", wake("often", 1));
        done(games, "ann", "w2", wake("last", 3600));
        Instant begun = clock.instant();
        clock.move(Duration.ofHours(2));
        done(games, "bob", "j", new Command.Join());

        assertThat(passed()).hasSize(202);
        assertThat(passed().subList(0, 200))
                .isEqualTo(
                        IntStream.rangeClosed(1, 200)
                                .mapToObj(n -> Map.entry("often", begun.plusSeconds(n)))
                                .toList());
        assertThat(passed().subList(200, 202))
                .containsExactly(
                        Map.entry("last", clock.instant()), Map.entry("often", clock.instant()));
        assertThat(log.entries(GAME, 0, 1000).getLast().envelope().id()).isEqualTo("j");
    }

    @Test
    void a_game_that_catches_up_keeps_no_other_game_waiting() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Decider slow =
                (state, envelope) -> {
                    if (envelope.command() instanceof Command.PassTime) {
                        begun.countDown();
                        await(go);
                    }
                    return new TableRules().decide(state, envelope);
                };
        LocalGames before = open();
        create(before, GAME);
        create(before, OTHER);
        done(before, "ann", "w", wake("often", 1));
        before.close();
        clock.move(Duration.ofDays(1));
        LocalGames games = open(log, slow, clock, 10);
        games.resume(GAME);
        begun.await();

        assertThat(games.submit(OTHER, "bob", "j", new Command.Join()).join())
                .isInstanceOf(Submitted.Done.class);
        go.countDown();
        done(games, "bob", "j", new Command.Join());
        assertThat(log.entries(GAME, 0, 1000).getLast().envelope().id()).isEqualTo("j");
    }

    @Test
    void an_endless_chain_does_not_keep_a_process_from_ending() throws InterruptedException {
        LocalGames before = open();
        create(before, GAME);
        done(before, "ann", "w", wake("often", 1));
        before.close();
        clock.move(Duration.ofDays(1));
        CountDownLatch first = new CountDownLatch(1);
        feed.listen(GAME, _ -> first.countDown());
        LocalGames games = open();
        games.resume(GAME);
        first.await();
        games.close();

        assertThat(passed().size()).isBetween(1, 202);
    }

    /** The deadlines that have passed, with the time of the command in which they did. */
    private List<Map.Entry<String, Instant>> passed() {
        var passed = new ArrayList<Map.Entry<String, Instant>>();
        for (Entry entry : log.entries(GAME, 0, 1000)) {
            for (Event event : Fold.events(entry)) {
                if (event instanceof Event.DeadlinePassed(String name, Instant _)) {
                    passed.add(Map.entry(name, entry.envelope().at()));
                }
            }
        }
        return passed;
    }

    @Test
    void a_game_without_deadlines_is_resumed_without_taking_it_over() {
        LocalGames before = open();
        create(before, GAME);
        before.close();

        LocalGames after = open();
        after.resume(GAME);
        after.close();
        assertThat(log.takeOver(GAME, "test").epoch()).isEqualTo(2);
    }

    @Test
    void a_game_that_cannot_be_read_is_passed_over_and_unavailable() {
        create(open(), GAME);
        create(open(), OTHER);
        GameLog damaged =
                new Forwarding(log) {
                    @Override
                    public List<Entry> entries(GameId game, long afterPosition, int limit) {
                        if (game.equals(GAME)) {
                            throw new IllegalStateException("Damaged.");
                        }
                        return super.entries(game, afterPosition, limit);
                    }
                };
        LocalGames games = open(damaged, new TableRules(), clock, 10);
        log.games().forEach(games::resume);

        assertThat(submit(games, "bob", "j", new Command.Join()))
                .isInstanceOf(Submitted.Unavailable.class);
        assertThat(games.submit(OTHER, "bob", "j", new Command.Join()).join())
                .isInstanceOf(Submitted.Done.class);
    }

    @Test
    void a_deadline_passes_while_nobody_moves() throws InterruptedException {
        CountDownLatch passed = new CountDownLatch(3);
        feed.listen(GAME, _ -> passed.countDown());
        LocalGames games = open(log, new TableRules(), InstantSource.system(), 10);
        create(games, GAME);
        done(games, "ann", "w", wake("soon", 0));
        passed.await();

        assertThat(commands()).containsExactly("create", "w", "time-3");
    }

    @Test
    void a_deadline_that_sets_itself_for_the_same_moment_passes_once_per_command() {
        LocalGames games = open();
        create(games, GAME);
        done(games, "ann", "w", wake("again", 10));
        clock.move(Duration.ofSeconds(10));
        done(games, "bob", "j", new Command.Join());
        done(games, "cyd", "j", new Command.Join());

        assertThat(commands()).containsExactly("create", "w", "time-3", "j", "time-5", "j");
    }

    @Test
    void time_does_not_go_back_within_a_game() {
        LocalGames games = open();
        create(games, GAME);
        clock.move(Duration.ofHours(-1));
        Entry later = done(games, "bob", "j", new Command.Join());

        assertThat(later.envelope().at())
                .isEqualTo(log.entries(GAME, 0, 1).getFirst().envelope().at());
    }

    @Test
    void restarting_after_every_move_changes_nothing() {
        List<Command> moves =
                List.of(
                        new Command.Join(),
                        new Command.Propose(Kind.ENACT, 0, "A rule", "It rules.", ""),
                        new Command.Vote(102, Choice.FOR, null),
                        new Command.Act("roll", Map.of()),
                        wake("soon", 1),
                        wake("again", 1),
                        new Command.Act("roll", Map.of()),
                        new Command.Join());
        InMemoryGameLog restarted = new InMemoryGameLog();
        play(log, moves, false);
        play(restarted, moves, true);

        assertThat(restarted.entries(GAME, 0, 100))
                .extracting(Entry::link)
                .isEqualTo(log.entries(GAME, 0, 100).stream().map(Entry::link).toList())
                .hasSizeGreaterThan(moves.size() + 2);
    }

    private void play(GameLog on, List<Command> moves, boolean restarts) {
        ManualClock steady = new ManualClock();
        Supplier<String> seeds = seeds();
        LocalGames games = open(on, new TableRules(), steady, 10, seeds);
        create(games, GAME);
        for (int i = 0; i < moves.size(); i++) {
            steady.move(Duration.ofSeconds(1));
            if (restarts) {
                games.close();
                games = open(on, new TableRules(), steady, 10, seeds);
            }
            done(games, "ann", "m" + i, moves.get(i));
        }
        games.close();
    }

    @Test
    void a_closed_door_takes_no_commands_but_decides_those_it_took() {
        LocalGames games = open();
        var created = games.submit(GAME, "ann", "create", creation());
        games.close();

        assertThat(created.join()).isInstanceOf(Submitted.Done.class);
        assertThat(submit(games, "bob", "j", new Command.Join()))
                .isInstanceOf(Submitted.Unavailable.class);
    }

    @Test
    void an_idle_game_is_let_go_and_comes_back() throws InterruptedException {
        CountDownLatch twice = new CountDownLatch(2);
        GameLog counting =
                new Forwarding(log) {
                    @Override
                    public Tenure takeOver(GameId game, String node) {
                        twice.countDown();
                        return super.takeOver(game, node);
                    }
                };
        LocalGames games = open(counting, new TableRules(), clock, 10, seeds(), Duration.ZERO);
        create(games, GAME);
        for (int i = 0; twice.getCount() > 0; i++) {
            done(games, "ann", "w" + i, new Command.Act("roll", Map.of()));
        }
        twice.await();
        assertThat(Objects.requireNonNull(games.snapshot(GAME)).head())
                .isEqualTo(log.read(GAME, 0, 1_000_000).size());
    }

    @Test
    void ids_and_names_must_be_fit_to_be_kept() {
        LocalGames games = open();
        assertThatThrownBy(() -> games.submit(GAME, "", "j", new Command.Join()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> games.submit(GAME, "ann", "x".repeat(201), new Command.Join()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> games.submit(GAME, "ann", "a\u0000", new Command.Join()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\\u0000");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> commands() {
        return log.entries(GAME, 0, 100).stream().map(entry -> entry.envelope().id()).toList();
    }

    private static Decided decidedBefore() {
        return new TableRules()
                .decide(
                        GameState.NONE,
                        new Envelope("x", "ann", new ManualClock().instant(), "00", creation()));
    }

    private static Command creation() {
        var rule = new Command.FoundingRule(101, "First", false, "Obey.", "");
        return new Command.CreateGame("table", "none", List.of(rule));
    }

    private static Command wake(String name, int seconds) {
        return new Command.Act("wake", Map.of("name", name, "s", seconds));
    }

    private static void create(LocalGames games, GameId game) {
        assertThat(games.submit(game, "ann", "create", creation()).join())
                .isInstanceOf(Submitted.Done.class);
    }

    private static Submitted submit(LocalGames games, String player, String id, Command command) {
        return games.submit(GAME, player, id, command).join();
    }

    private static Entry done(LocalGames games, String player, String id, Command command) {
        Submitted submitted = submit(games, player, id, command);
        assertThat(submitted).isInstanceOf(Submitted.Done.class);
        return ((Submitted.Done) submitted).entry();
    }

    private static Supplier<String> seeds() {
        AtomicInteger next = new AtomicInteger();
        return () -> "%04x".formatted(next.incrementAndGet() * 7919 % 65536).repeat(16);
    }

    private LocalGames open() {
        return open(log, new TableRules(), clock, 100);
    }

    private LocalGames open(GameLog on, Decider decider, InstantSource time, int capacity) {
        return open(on, decider, time, capacity, seeds());
    }

    private LocalGames open(
            GameLog on, Decider decider, InstantSource time, int capacity, Supplier<String> seeds) {
        return open(on, decider, time, capacity, seeds, IDLE);
    }

    private LocalGames open(
            GameLog on,
            Decider decider,
            InstantSource time,
            int capacity,
            Supplier<String> seeds,
            Duration idle) {
        Parts parts = new Parts(on, new Folds(on), feed, decider, time, seeds, "test");
        LocalGames games = new LocalGames(parts, capacity, idle);
        opened.add(games);
        return games;
    }

    /** A log whose behaviour a test changes in one place. */
    private static class Forwarding implements GameLog {
        private final GameLog log;

        Forwarding(GameLog log) {
            this.log = log;
        }

        @Override
        public Tenure takeOver(GameId game, String node) {
            return log.takeOver(game, node);
        }

        @Override
        public Appended append(GameId game, Tenure tenure, Decided decided) {
            return log.append(game, tenure, decided);
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
        public SequencedMap<GameId, Long> heads() {
            return log.heads();
        }
    }
}
