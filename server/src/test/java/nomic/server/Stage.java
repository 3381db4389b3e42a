package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import nomic.game.GameState;
import nomic.game.ProposalEntry;
import nomic.history.Answer;
import nomic.history.Asked;
import nomic.history.Heard;
import nomic.history.History;
import nomic.history.HistoryCheck;
import nomic.history.Served;
import nomic.log.Entry;
import nomic.log.GameId;
import nomic.server.store.Database;
import nomic.server.store.StoredGameLog;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A game without rules that is watched while faults happen to its servers: all that its players
 * send and are told, and what two listeners hear. The players vote again and again on one proposal.
 */
final class Stage implements AutoCloseable {
    /** Beyond what servers allow strangers: here all come from one address. */
    static final List<String> OPTIONS =
            List.of("--workers", "0", "--rates", "address=0,account=0,login=0,name=0");

    private static final int NOWHERE = 999;
    private static final Set<String> REFUSALS = Set.of("/problems/unknown-proposal");

    private final String game;
    private final int proposal;
    private final List<Person> players;
    private final AtomicLong ticks = new AtomicLong();
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final List<Ear> ears = new ArrayList<>();
    private volatile List<Api> servers;

    /** Opens the game at one of the servers, all of which have the same accounts. */
    Stage(List<Api> servers, List<Person> players) {
        this.servers = List.copyOf(servers);
        this.players = players;
        game = players.getFirst().createsGame("empty");
        players.stream().skip(1).forEach(player -> player.joins(game).expect(200));
        players.getFirst().starts(game).expect(200);
        proposal = players.getFirst().proposes(game, "Tea", "").expect(201).path("number").asInt();
        for (int i = 0; i < 2; i++) {
            int at = i;
            ears.add(new Ear(game, () -> server(at)));
        }
    }

    /** People with accounts at a server. */
    static List<Person> people(Api api, String... names) {
        return List.of(names).stream().map(api::person).toList();
    }

    /** Goes on at these servers. */
    void moveTo(Api... others) {
        servers = List.of(others);
    }

    Api server(int number) {
        List<Api> all = servers;
        return all.get(Math.floorMod(number, all.size()));
    }

    List<Person> players() {
        return players;
    }

    String game() {
        return game;
    }

    /** Sends a move to a server; whether it was answered so that the player need not ask again. */
    boolean send(Api server, Person player, int number) {
        Person there = new Person(server, player.name(), player.token());
        String choice = number % 2 == 0 ? "for" : "against";
        String id = "m" + number;
        long sent = ticks.incrementAndGet();
        Answer answer;
        try {
            answer =
                    answer(
                            there.post(
                                    "%s/proposals/%d/ballots"
                                            .formatted(game, number % 5 == 4 ? NOWHERE : proposal),
                                    "{\"choice\": \"%s\"}".formatted(choice),
                                    id));
        } catch (UncheckedIOException e) {
            answer = new Answer.Unknown();
        }
        asked.add(new Asked(player.name(), id, sent, ticks.incrementAndGet(), answer));
        return !(answer instanceof Answer.Unknown);
    }

    private static Answer answer(Reply reply) {
        JsonNode json = reply.json();
        if (reply.status() == 200) {
            JsonNode events = json.path("events");
            return new Answer.Kept(
                    events.path(0).path("seq").asLong(),
                    events.path(events.size() - 1).path("seq").asLong());
        }
        if (REFUSALS.contains(json.path("type").asText())) {
            return new Answer.Refused();
        }
        assertThat(reply.status()).as(reply.response().body()).isIn(429, 503);
        return new Answer.Unknown();
    }

    /** How many submissions were answered, or had no clear answer. */
    long count(boolean clear) {
        return asked.stream().filter(a -> clear != (a.answer() instanceof Answer.Unknown)).count();
    }

    /** Judges the history of the game up to now, in which nobody moves any more. */
    void judge(String database) {
        judge(database, seen());
    }

    /** The same where the servers have ended, after {@link #seen}. */
    void judge(String database, Seen seen) {
        try (Database opened = Database.open(database)) {
            GameId id = new GameId(LiveClient.id(game));
            List<Entry> log =
                    new StoredGameLog(opened.sessions(), Clock.systemUTC())
                            .entries(id, 0, Integer.MAX_VALUE);
            assertThat(
                            HistoryCheck.of(
                                    id,
                                    new History(
                                            List.copyOf(asked), log, seen.heard(), seen.served()),
                                    this::picture))
                    .isEmpty();
        }
    }

    /** What has to be known before a database that only one process can open is judged. */
    record Seen(List<Heard> heard, List<Served> served) {}

    /** Takes down what is heard and served, ahead of the end of the server. */
    Seen seen() {
        long head = servers.stream().mapToLong(this::head).max().orElseThrow();
        return new Seen(
                ears.stream().map(ear -> ear.heard(head)).toList(),
                servers.stream().map(this::served).toList());
    }

    /** What one of two servers says may be behind what the other has written. */
    private long head(Api server) {
        return server.get(game).expect(200).path("head").asLong();
    }

    private Served served(Api server) {
        JsonNode view = server.get(game).expect(200);
        var names = new TreeSet<String>();
        view.path("players").forEach(player -> names.add(player.path("name").asText()));
        var ballots = new TreeMap<String, String>();
        server.get(game + "/proposals/" + proposal)
                .expect(200)
                .path("ballots")
                .forEach(b -> ballots.put(b.path("voter").asText(), b.path("choice").asText()));
        return new Served(
                server.server().toString(), view.path("head").asLong(), names + " " + ballots);
    }

    private String picture(GameState state) {
        var ballots = new TreeMap<String, String>();
        ProposalEntry voted = state.proposals().get(proposal);
        if (voted != null) {
            voted.ballots()
                    .forEach(
                            (voter, choice) ->
                                    ballots.put(voter, choice.name().toLowerCase(Locale.ROOT)));
        }
        return state.players().keySet() + " " + ballots;
    }

    @Override
    public void close() {
        ears.forEach(Ear::close);
    }
}
