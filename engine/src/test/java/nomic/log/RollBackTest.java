package nomic.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import nomic.game.Canonical;
import nomic.game.Command;
import nomic.game.Command.Order;
import nomic.game.Decided;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.GameStatus;
import nomic.game.Outcome;
import nomic.game.Past;
import nomic.log.Finding.What;
import nomic.session.Interpreter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Going back, in a log with real rules. */
final class RollBackTest {
    private static final GameId GAME = new GameId("11111111-1111-1111-1111-111111111111");
    private static final Interpreter RULES = Interpreter.standard();

    private static final String LAW =
            """
            rule "ending pays"
            when
                TurnEnded( $p : player )
            then
                law.award($p, 1);
                law.schedule("bell", law.now().plusSeconds(60));
            end
            rule "three points win"
            when
                Holding( $p : owner, amount >= 3 )
            then
                law.declareWinner($p, "three points");
            end
            """;

    private final InMemoryGameLog log = new InMemoryGameLog();
    private final ManualClock clock = new ManualClock();
    private LocalGames games = open();
    private int commands;

    @AfterEach
    void close() {
        games.close();
    }

    private LocalGames open() {
        return new LocalGames(log, new LocalFeed(), RULES, clock, () -> "5e".repeat(32), "test");
    }

    private Entry play(String player, Command command) {
        var answer = games.submit(GAME, player, "c" + ++commands, command).join();
        return ((Games.Submitted.Done) answer).entry();
    }

    private long played(String player, Command command) {
        Entry entry = play(player, command);
        assertThat(entry.outcome()).isEqualTo(new Outcome.Accepted());
        return entry.lastSeq();
    }

    private GameState state() {
        return Objects.requireNonNull(games.state(GAME));
    }

    private long begun() {
        var rule = new Command.FoundingRule(1, "Law", true, "", LAW);
        played("ann", new Command.CreateGame("t", "inline", List.of(rule)));
        played("ann", new Command.Join());
        played("bob", new Command.Join());
        return played("ann", new Command.Start());
    }

    @Test
    void a_game_becomes_what_it_was_and_goes_on_from_there() {
        begun();
        long once = played("ann", new Command.EndTurn());
        GameState then = state();
        played("bob", new Command.EndTurn());
        long head = played("ann", new Command.EndTurn());

        Entry back = play("ann", new Order.RollBack(once, "a mistake"));

        assertThat(back.events()).hasSize(1);
        assertThat(back.firstSeq()).as("nothing is deleted").isEqualTo(head + 1);
        assertThat(state()).isEqualTo(then);
        played("bob", new Command.EndTurn());
        assertThat(state().holding("ann", "points")).isEqualTo(1);
        assertThat(state().holding("bob", "points")).isEqualTo(1);
    }

    @Test
    void a_command_is_undone_as_a_whole() {
        long started = begun();
        played("ann", new Command.EndTurn());

        Entry back = play("ann", new Order.RollBack(started + 1, "a mistake"));

        assertThat(back.events().getFirst().event())
                .isInstanceOfSatisfying(
                        Event.RolledBack.class, event -> assertThat(event.to()).isEqualTo(started));
        assertThat(state().holding("ann", "points")).isZero();
    }

    @Test
    void there_is_as_much_time_left_as_there_was() {
        begun();
        long once = played("ann", new Command.EndTurn());
        clock.move(Duration.ofSeconds(30));
        played("bob", new Command.Leave());

        played("ann", new Order.RollBack(once, "come back, bob"));

        assertThat(state().firstDeadline()).isEqualTo(clock.instant().plusSeconds(60));
        assertThat(Objects.requireNonNull(state().players().get("bob")).isActive()).isTrue();
    }

    @Test
    void a_won_game_can_be_taken_back() {
        begun();
        played("ann", new Command.EndTurn());
        long two = played("ann", new Command.EndTurn());
        played("ann", new Command.EndTurn());
        assertThat(state().status()).isEqualTo(GameStatus.FINISHED);

        played("ann", new Order.RollBack(two, "that was no win"));

        assertThat(state().status()).isEqualTo(GameStatus.RUNNING);
        assertThat(state().winners()).isEmpty();
    }

    @Test
    void what_belongs_to_the_master_stays() {
        long started = begun();
        played("ann", new Order.HandOver("bob"));
        played("bob", new Order.Pause("lunch"));

        played("bob", new Order.RollBack(started, "a mistake"));

        assertThat(state().master()).isEqualTo("bob");
        assertThat(state().paused()).isNotNull();
    }

    @Test
    void a_game_goes_back_only_to_what_it_was() {
        begun();
        long head = played("ann", new Command.EndTurn());

        for (long to : new long[] {-1, 0, head, head + 1, Long.MAX_VALUE}) {
            assertThat(play("ann", new Order.RollBack(to, "a mistake")).outcome())
                    .isInstanceOf(Outcome.Refused.class);
        }
    }

    @Test
    void a_restart_and_the_verifier_come_to_the_same() {
        begun();
        long once = played("ann", new Command.EndTurn());
        played("bob", new Command.EndTurn());
        played("ann", new Order.RollBack(once, "a mistake"));
        played("ann", new Command.EndTurn());
        played("ann", new Order.RollBack(once + 4, "another"));
        GameState before = state();

        games.close();
        games = open();

        assertThat(state()).isEqualTo(before);
        assertThat(new Verifier(RULES).verify(log, GAME)).isEmpty();
    }

    @Test
    void an_invented_past_is_found_though_the_chain_was_hashed_anew() {
        begun();
        long once = played("ann", new Command.EndTurn());
        played("bob", new Command.EndTurn());
        played("ann", new Order.RollBack(once, "a mistake"));
        List<Envelope> envelopes =
                new ArrayList<>(log.entries(GAME, 0, 100).stream().map(Entry::envelope).toList());
        envelopes.add(rich(envelopes.removeLast()));

        assertThat(new Verifier(RULES).verify(decided(envelopes), GAME))
                .extracting(Finding::position, Finding::what)
                .containsExactly(tuple((long) envelopes.size(), What.STATE));
    }

    /** Ann has a thousand points in the past that she goes back to. */
    private static Envelope rich(Envelope envelope) {
        String past = Canonical.text(Objects.requireNonNull(envelope.past()));
        String rich = past.replace("\"ann\":{\"points\":1}", "\"ann\":{\"points\":1000}");
        assertThat(rich).isNotEqualTo(past);
        return envelope.backTo(Canonical.read(rich, Past.class));
    }

    private static GameLog decided(List<Envelope> envelopes) {
        var forged = new InMemoryGameLog();
        Tenure tenure = forged.takeOver(GAME, "forger");
        GameState state = GameState.NONE;
        for (Envelope envelope : envelopes) {
            Decided decided = RULES.decide(state, envelope);
            state = decided.state();
            tenure = ((Appended.Committed) forged.append(GAME, tenure, decided)).tenure();
        }
        return forged;
    }
}
