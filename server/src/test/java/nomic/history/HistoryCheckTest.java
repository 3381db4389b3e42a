package nomic.history;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Cause;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.Limits;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.game.Refusal;
import nomic.history.Violation.Promise;
import nomic.log.Chain;
import nomic.log.Entry;
import nomic.log.GameId;
import nomic.log.Tenure;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Each promise is broken once, and found out. */
final class HistoryCheckTest {
    private static final GameId GAME = new GameId("11111111-1111-1111-1111-111111111111");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Entry> log = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final List<Heard> heard = new ArrayList<>();
    private final List<Served> served = new ArrayList<>();
    private GameState state = GameState.NONE;

    HistoryCheckTest() {
        add(1, "ann", "create", created());
        add(1, "bob", "join", new Event.PlayerJoined("bob", 1));
        add(2, "bob", "again");
        add(2, "eve", "join", new Event.PlayerJoined("eve", 2));
        answered("ann", "create", 1, 2, new Answer.Kept(1, 1));
        answered("bob", "join", 3, 5, new Answer.Kept(2, 2));
        asked.add(Asked.unanswered("bob", "again", 4));
        answered("bob", "again", 6, 7, new Answer.Refused());
        answered("eve", "join", 8, 9, new Answer.Kept(3, 3));
        hears(0, true, "GameCreated", "PlayerJoined", "PlayerJoined");
        hears(1, false, "PlayerJoined");
        served.add(new Served("a server", 3, state.hash()));
    }

    private static Event created() {
        return new Event.GameCreated("A game", "empty", "ann", List.of(), Limits.STANDARD, null);
    }

    /** An entry without events is a refusal. */
    private void add(long epoch, String player, String id, Event... events) {
        log.add(entry(epoch, player, id, NOON.plusSeconds(log.size()), events));
    }

    private Entry entry(long epoch, String player, String id, Instant at, Event... events) {
        state = Evolution.evolve(state, List.of(events));
        Tenure tenure =
                log.isEmpty() ? new Tenure(1, 0, 0, Chain.start(GAME)) : log.getLast().tenure();
        return Chain.entry(
                GAME,
                new Tenure(epoch, tenure.head(), tenure.position(), tenure.link()),
                new Decided(
                        new Envelope(id, player, at, "5eed", new Command.Join()),
                        events.length == 0
                                ? new Outcome.Refused(
                                        new Refusal.Malformed(
                                                Refusal.Problem.ALREADY_JOINED, "No.", ""))
                                : new Outcome.Accepted(),
                        Stream.of(events)
                                .map(event -> new Occurrence(event, new Cause.ByMove("Join")))
                                .toList(),
                        state,
                        "rulebook",
                        state.hash(),
                        new TreeMap<>()));
    }

    private void answered(String player, String id, long sent, long at, Answer answer) {
        asked.add(new Asked(player, id, sent, at, answer));
    }

    private void hears(long since, boolean whole, String... types) {
        List<Heard.Told> told = new ArrayList<>();
        for (String type : types) {
            told.add(new Heard.Told(since + told.size() + 1, type));
        }
        heard.add(new Heard("a listener", since, told, whole));
    }

    private List<Promise> broken() {
        return HistoryCheck.of(GAME, new History(asked, log, heard, served), GameState::hash)
                .stream()
                .map(Violation::promise)
                .distinct()
                .toList();
    }

    @Test
    void an_honest_history_breaks_no_promise() {
        assertThat(broken()).isEmpty();
    }

    @Test
    void a_missing_entry_breaks_the_sequence() {
        log.remove(2);
        asked.removeIf(one -> one.command().equals("again"));

        assertThat(broken()).containsExactly(Promise.SEQUENCE);
    }

    @Test
    void an_altered_entry_breaks_the_chain() {
        Entry first = log.getFirst();
        state = GameState.NONE;
        List<Entry> rest = List.copyOf(log.subList(1, log.size()));
        log.clear();
        add(1, "ann", "create", created(), new Event.Announced("Hear, hear!"));
        assertThat(log.getFirst().link()).isNotEqualTo(first.link());
        log.addAll(rest);

        assertThat(broken()).contains(Promise.SEQUENCE);
    }

    @Test
    void an_epoch_after_a_later_one_is_found() {
        add(1, "late", "join", new Event.PlayerJoined("late", 3));
        heard.clear();

        assertThat(broken()).containsExactly(Promise.EPOCH);
    }

    @Test
    void a_command_that_stands_twice_is_found() {
        add(2, "bob", "join", new Event.PlayerLeft("bob", false));
        heard.clear();

        assertThat(broken()).contains(Promise.ONCE);
    }

    @Test
    void an_acknowledged_command_that_is_not_there_is_found() {
        answered("bob", "leave", 10, 11, new Answer.Kept(4, 4));

        assertThat(broken()).containsExactly(Promise.KEPT);
    }

    @Test
    void an_acknowledged_command_that_stands_elsewhere_is_found() {
        answered("eve", "join", 10, 11, new Answer.Kept(2, 2));

        assertThat(broken()).containsExactly(Promise.KEPT);
    }

    @Test
    void a_command_before_one_that_was_answered_when_it_was_sent_is_found() {
        asked.removeIf(one -> one.command().equals("join") && one.player().equals("bob"));
        answered("bob", "join", 20, 21, new Answer.Kept(2, 2));

        assertThat(broken()).containsExactly(Promise.ORDER);
    }

    @Test
    void time_that_goes_back_is_found() {
        log.add(entry(2, "late", "join", NOON, new Event.PlayerJoined("late", 3)));
        heard.clear();

        assertThat(broken()).containsExactly(Promise.ORDER);
    }

    @Test
    void a_listener_who_missed_an_event_is_found() {
        heard.add(
                new Heard(
                        "another",
                        0,
                        List.of(
                                new Heard.Told(1, "GameCreated"),
                                new Heard.Told(3, "PlayerJoined")),
                        false));

        assertThat(broken()).containsExactly(Promise.HEARD);
    }

    @Test
    void a_listener_who_was_told_something_else_is_found() {
        hears(0, false, "GameCreated", "PlayerLeft");

        assertThat(broken()).containsExactly(Promise.HEARD);
    }

    @Test
    void a_listener_who_never_hears_the_end_is_found() {
        hears(0, true, "GameCreated", "PlayerJoined");

        assertThat(broken()).containsExactly(Promise.HEARD);
    }

    @Test
    void a_served_state_that_is_not_the_fold_is_found() {
        served.add(new Served("another server", 2, state.hash()));

        assertThat(broken()).containsExactly(Promise.FOLD);
    }

    @Test
    void a_recorded_state_that_is_not_the_fold_is_found() {
        Entry last = log.removeLast();
        state = state.startedAnew("ann");
        add(2, "eve", "join", last.events().getFirst().event());
        served.clear();

        assertThat(broken()).containsExactly(Promise.FOLD);
    }

    @Test
    void a_refusal_that_turned_into_a_move_is_found() {
        answered("eve", "join", 10, 11, new Answer.Refused());

        assertThat(broken()).containsExactly(Promise.REFUSAL);
    }

    @Test
    void a_move_that_turned_into_a_refusal_is_found() {
        answered("bob", "again", 10, 11, new Answer.Kept(3, 2));

        assertThat(broken()).containsExactly(Promise.REFUSAL);
    }
}
