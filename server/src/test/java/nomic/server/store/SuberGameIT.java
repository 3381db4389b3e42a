package nomic.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Canonical;
import nomic.game.Decided;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.law.RuleStatus;
import nomic.log.Entry;
import nomic.log.Finding;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Games.Submitted;
import nomic.log.InMemoryGameLog;
import nomic.log.LocalFeed;
import nomic.log.LocalGames;
import nomic.log.Verifier;
import nomic.ruleset.Rulesets;
import nomic.script.Played;
import nomic.script.ScriptedGame;
import nomic.session.Interpreter;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A game of Suber's rules on every log: whatever happens to the process, it is the same game. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SuberGameIT {
    private static final GameId GAME = new GameId("11111111-1111-1111-1111-111111111111");
    private static final Path SCRIPT = Path.of("src/test/resources/games/all-kinds-of-state.yaml");

    private final Interpreter interpreter = Interpreter.standard();
    private List<Decided> script = List.of();

    @BeforeAll
    void play_the_script() {
        Played played = ScriptedGame.read(SCRIPT).play(interpreter, Rulesets.onClassPath());
        assertThat(played.report()).isEmpty();
        script = played.steps().stream().flatMap(step -> step.decided().stream()).toList();
    }

    @AfterAll
    void close() {
        interpreter.close();
    }

    @Test
    void a_game_without_a_restart_is_as_scripted() throws Exception {
        GameLog log = new InMemoryGameLog();
        play(log, false);
        assertAsScripted(log);
    }

    @Test
    void a_game_on_h2_with_a_restart_after_every_move_is_as_scripted(@TempDir Path folder)
            throws Exception {
        try (Database database = Database.open(Database.urlIn(folder))) {
            GameLog log = log(database);
            play(log, true);
            assertAsScripted(log);
        }
    }

    @Test
    void a_game_on_postgresql_with_a_restart_after_every_move_is_as_scripted() throws Exception {
        try (Database database = Database.open(Postgres.newDatabase())) {
            GameLog log = log(database);
            play(log, true);
            assertAsScripted(log);
        }
    }

    @Test
    void the_game_ends_with_all_kinds_of_state() {
        GameState state = script.getLast().state();
        assertThat(state.facts()).isNotEmpty();
        assertThat(state.offers()).isNotEmpty();
        assertThat(state.firstDeadline()).isNotNull();
        assertThat(state.rulebook().values())
                .anyMatch(rule -> rule.status() == RuleStatus.SUSPENDED);
    }

    @Test
    void a_new_process_finds_nothing_in_an_honest_log_and_every_forgery_in_another(
            @TempDir Path folder) throws Exception {
        try (Database database = Database.open(Database.urlIn(folder));
                Interpreter fresh = Interpreter.standard()) {
            play(log(database), false);
            Verifier verifier = new Verifier(fresh::decide);
            Forger forger = new Forger(database, GAME);
            assertThat(verifier.verify(log(database), GAME)).isEmpty();

            long ballot = position(event -> event instanceof Event.BallotCast);
            assertForgeryLocated(
                    verifier,
                    database,
                    ballot,
                    () -> forger.alterEvent(ballot, "BallotCast", "\"FOR\"", "\"AGAINST\""));

            long die = position(event -> event instanceof Event.DiceRolled);
            String seed = script.get((int) die - 1).envelope().seed();
            assertForgeryLocated(
                    verifier,
                    database,
                    die,
                    () -> forger.alterEnvelope(die, seed, seedOfAnotherThrow(die)));

            assertForgeryLocated(
                    verifier,
                    database,
                    1,
                    () -> forger.alterEvent(1, "GameCreated", "Player", "Plbyer"));

            long proposal = position(event -> event instanceof Event.ProposalMade);
            assertForgeryLocated(
                    verifier,
                    database,
                    proposal,
                    () -> forger.alterEvent(proposal, "ProposalMade", "1, 20", "1, 30"));
            assertForgeryLocated(
                    verifier,
                    database,
                    proposal,
                    () -> forger.alterEnvelope(proposal, "1, 20", "1, 30"));
            assertThat(verifier.verify(log(database), GAME)).isEmpty();
        }
    }

    /** The seed of an entry with another first digit, such that the die falls otherwise. */
    private String seedOfAnotherThrow(long position) {
        Decided honest = script.get((int) position - 1);
        GameState before = script.get((int) position - 2).state();
        Envelope thrown = honest.envelope();
        return IntStream.range(0, 16)
                .mapToObj(digit -> Integer.toHexString(digit) + thrown.seed().substring(1))
                .filter(
                        seed -> {
                            Envelope other =
                                    new Envelope(
                                            thrown.id(),
                                            thrown.player(),
                                            thrown.at(),
                                            seed,
                                            thrown.command());
                            return !interpreter
                                    .decide(before, other)
                                    .events()
                                    .equals(honest.events());
                        })
                .findFirst()
                .orElseThrow();
    }

    /** Lets a forgery be made, hashed anew, found and undone. */
    private static void assertForgeryLocated(
            Verifier verifier, Database database, long position, ForgeryStep forgery) {
        Runnable undo = forgery.make();
        List<Finding> findings = verifier.verify(log(database), GAME);
        assertThat(findings)
                .isNotEmpty()
                .allMatch(finding -> finding.position() == position)
                .noneMatch(finding -> finding.what() == Finding.What.CHAIN);
        undo.run();
    }

    @FunctionalInterface
    private interface ForgeryStep {
        Runnable make();
    }

    private long position(Predicate<Event> wanted) {
        for (int i = 0; i < script.size(); i++) {
            if (script.get(i).events().stream().map(Occurrence::event).anyMatch(wanted)) {
                return i + 1;
            }
        }
        throw new IllegalStateException("The script has no such event");
    }

    private void play(GameLog log, boolean restarts) throws InterruptedException {
        Iterator<String> seeds =
                script.stream().map(decided -> decided.envelope().seed()).toList().iterator();
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.EPOCH);
        LocalFeed feed = new LocalFeed();
        LocalGames games = games(log, feed, clock, seeds);
        for (Decided decided : script) {
            if (restarts) {
                games.close();
                games = games(log, feed, clock, seeds);
            }
            clock.set(decided.envelope().at());
            if (decided.envelope().player().isEmpty()) {
                letTimePass(games, feed);
            } else {
                assertThat(submit(games, decided.envelope())).isInstanceOf(Submitted.Done.class);
            }
        }
        games.close();
    }

    private LocalGames games(
            GameLog log, LocalFeed feed, AtomicReference<Instant> clock, Iterator<String> seeds) {
        return new LocalGames(log, feed, interpreter::decide, clock::get, seeds::next, "test");
    }

    private static void letTimePass(LocalGames games, LocalFeed feed) throws InterruptedException {
        CountDownLatch passed = new CountDownLatch(1);
        try (var _ = feed.listen(GAME, _ -> passed.countDown())) {
            games.resume(GAME);
            passed.await();
        }
    }

    private static Submitted submit(LocalGames games, Envelope asked) {
        return games.submit(GAME, asked.player(), asked.id(), asked.command()).join();
    }

    private void assertAsScripted(GameLog log) {
        List<Entry> entries = log.entries(GAME, 0, 1_000);
        assertThat(entries).hasSameSizeAs(script);
        for (Entry entry : entries) {
            Decided decided = script.get((int) entry.position() - 1);
            assertThat(Canonical.text(entry.outcome()))
                    .isEqualTo(Canonical.text(decided.outcome()));
            assertThat(Canonical.text(entry.events())).isEqualTo(Canonical.text(decided.events()));
            assertThat(entry.rulebookHash()).isEqualTo(decided.rulebookHash());
            assertThat(entry.stateHash()).isEqualTo(decided.stateHash());
        }
    }

    private static GameLog log(Database database) {
        return new StoredGameLog(database.sessions(), InstantSource.system());
    }
}
