package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;

/**
 * The story: two people and a bot change the rules of their game while it runs, and the server is
 * killed twice. It runs the packaged program as a process of its own.
 */
final class PackagedServerIT {
    /** Own facts, an offer to everybody and a deadline, which are alive when the server dies. */
    private static final String LIVING_THINGS =
            """
            import java.time.Duration

            declare Vault
                owner : String
                coins : long
            end

            rule "everybody has a vault and may fill it"
            when
                Player( active, $p : name )
                not Vault( owner == $p )
            then
                insert(new Vault($p, 10));
                law.offer($p, "save", "Save coins", Input.number("coins", 1, 5));
                law.schedule("interest for " + $p, law.now().plus(Duration.ofDays(30)));
            end

            rule "what is saved is in the vault"
            when
                Act( name == "save", $p : player )
                $v : Vault( owner == $p )
            then
                law.announce("saved");
            end
            """;

    private static final String MAJORITY =
            """
            rule "all have voted, more than half of them for it"
            when
                $proposal : Proposal( status == Status.VOTING, $n : number )
                exists Player( active )
                forall( $v : Player( active ) Ballot( proposal == $n, voter == $v.name ) )
                accumulate( Player( active, $p : name ); $voters : count( $p ) )
                accumulate( Player( active, $q : name )
                            and Ballot( proposal == $n, voter == $q, choice == Choice.FOR );
                            $for : count( $q );
                            2 * $for > $voters )
            then
                law.adopt($proposal);
            end

            rule "all have voted, no more than half of them for it"
            when
                $proposal : Proposal( status == Status.VOTING, $n : number )
                exists Player( active )
                forall( $v : Player( active ) Ballot( proposal == $n, voter == $v.name ) )
                accumulate( Player( active, $p : name ); $voters : count( $p ) )
                accumulate( Player( active, $q : name )
                            and Ballot( proposal == $n, voter == $q, choice == Choice.FOR );
                            $for : count( $q );
                            2 * $for <= $voters )
            then
                law.defeat($proposal);
            end
            """;

    private static final int BURST = 12;

    @TempDir Path folder;

    private String game = "";

    /** A move of the burst, as it was sent and as it was answered. */
    private record Acknowledged(Person mover, String path, String body, JsonNode answer) {}

    @Test
    void the_story_survives_two_kills() {
        Path data = folder.resolve("data");
        List<Person> players = new ArrayList<>();
        JsonNode before;
        try (Program program = Program.serve(data)) {
            for (String name : List.of("ann", "bob", "bot")) {
                players.add(program.api().person(name));
            }
            open(players);
            before = changeTheRules(players);
            program.kill();
        }
        try (Program program = Program.serve(data)) {
            List<Person> again = at(program, players);
            assertThat(everything(again.getFirst())).isEqualTo(before);
            theNewRulePays(again);
            Map<String, Acknowledged> acknowledged = burst(program, again);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(BURST);
            recovered(data, players, acknowledged);
        }
        assertThat(Program.run(0, folder, "verify", "--data", data.toString()))
                .contains("1 games, 0 findings");
    }

    @Test
    void a_second_program_on_the_same_data_says_why_it_ends() {
        Path data = folder.resolve("data");
        try (Program program = Program.serve(data)) {
            String said = Program.run(1, folder, "serve", "--port", "0", "--data", data.toString());
            assertThat(said.lines()).hasSize(1);
            assertThat(said).contains("Cannot use the data folder", "in use");
            assertThat(Program.run(64, folder, "verify", "--data", data.toString()))
                    .contains("in use");
            assertThat(program.api().get("/api/v1/games").expect(200)).isEmpty();
            assertThat(program.stop()).as("the status of a server that was told to end").isZero();
        }
    }

    /** The same people at a server that was started anew: their tokens are still good. */
    private static List<Person> at(Program program, List<Person> players) {
        return players.stream().map(p -> new Person(program.api(), p.name(), p.token())).toList();
    }

    /** Two people open the game over HTTP, and the bot joins over the socket. */
    private void open(List<Person> players) {
        game = players.get(0).createsGame("suber");
        players.get(1).joins(game).expect(200);
        try (LiveClient bot = LiveClient.connect(players.get(2))) {
            bot.send(frame("join", "join", ""));
            assertThat(bot.reply("join").path("ok").asBoolean()).isTrue();
        }
        players.get(0).starts(game).expect(200);
    }

    private String frame(String type, String id, String members) {
        return "{\"type\": \"%s\", \"id\": \"%s\", \"game\": \"%s\"%s}"
                .formatted(type, id, LiveClient.id(game), members);
    }

    /** Four turns, in which all vote for the change; the bot votes over the socket. */
    private JsonNode changeTheRules(List<Person> players) {
        try (LiveClient bot = LiveClient.connect(players.get(2));
                LiveClient watcher = LiveClient.connect(players.get(0).api())) {
            watcher.subscribe(game, 0);
            turn(players, bot, 301, change("amend", 203, "Majority", MAJORITY));
            turn(players, bot, 302, change("enact", 0, "Vaults", LIVING_THINGS));
            turn(players, bot, 303, change("enact", 0, "Opposition", Codes.OPPOSITION));
            turn(players, bot, 304, change("enact", 0, "Broken", Codes.BROKEN));
            long head = players.get(0).get(game).expect(200).path("head").asLong();
            watcher.next(f -> f.at("/event/seq").asLong() == head);
            assertThat(watcher.seen()).isEqualTo(LongStream.rangeClosed(1, head).boxed().toList());
        }
        JsonNode all = everything(players.get(0));
        assertThat(all.at("/game/offers")).hasSize(3);
        assertThat(all.at("/game/deadlines")).hasSize(3);
        assertThat(players.get(0).get(game + "/rules/304").expect(200).path("status").asText())
                .isEqualTo("suspended");
        return all;
    }

    private static String change(String kind, int target, String title, String code) {
        ObjectNode body = Reply.JSON.createObjectNode();
        body.put("kind", kind).put("title", title).put("prose", title + ".").put("code", code);
        return target == 0 ? body.toString() : body.put("target", target).toString();
    }

    private void turn(List<Person> players, LiveClient bot, int number, String change) {
        Person mover = mover(players);
        assertThat(mover.post(game + "/proposals", change).expect(201).path("number").asInt())
                .isEqualTo(number);
        for (Person voter : moverFirst(players)) {
            if (voter.equals(players.get(2))) {
                votes(bot, number);
            } else {
                voter.votes(game, number, "for").expect(200);
            }
        }
    }

    private void votes(LiveClient bot, int number) {
        bot.send(
                frame(
                        "vote",
                        "vote-" + number,
                        ", \"proposal\": %d, \"choice\": \"for\"".formatted(number)));
        JsonNode reply = bot.reply("vote-" + number);
        assertThat(reply.path("ok").asBoolean()).as("%s", reply).isTrue();
    }

    /** By rule 111 the first ballot is that of the author, whose turn it is. */
    private List<Person> moverFirst(List<Person> players) {
        var order = new ArrayList<>(List.of(mover(players)));
        players.stream().filter(player -> !player.equals(order.getFirst())).forEach(order::add);
        return order;
    }

    private Person mover(List<Person> players) {
        String name = players.getFirst().get(game).expect(200).at("/turn/player").asText();
        return players.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    /** All that can be read of the game. */
    private JsonNode everything(Person reader) {
        ObjectNode all = Reply.JSON.createObjectNode();
        all.set("game", reader.get(game).expect(200));
        for (String part : List.of("rules", "proposals", "events?limit=1000")) {
            all.set(part, reader.get(game + "/" + part).expect(200));
        }
        return all;
    }

    /** After the restart, the rule on opposition fires for the one who votes against a change. */
    private void theNewRulePays(List<Person> players) {
        Person mover = mover(players);
        Person opponent = players.get(mover.name().equals("bob") ? 0 : 1);
        mover.post(game + "/proposals", change("enact", 0, "A custom", "")).expect(201);
        List<JsonNode> answers = new ArrayList<>();
        for (Person player : moverFirst(players)) {
            String choice = player.equals(opponent) ? "against" : "for";
            answers.add(player.votes(game, 305, choice).expect(200).path("events"));
        }
        var payers = new TreeSet<Integer>();
        for (JsonNode event : answers.getLast()) {
            if (event.path("type").asText().equals("HoldingChanged")
                    && event.path("owner").asText().equals(opponent.name())) {
                payers.add(event.at("/cause/rule").asInt());
            }
        }
        assertThat(payers).contains(303);
    }

    /** Plays turn after turn; the server is killed while it goes on. */
    private Map<String, Acknowledged> burst(Program program, List<Person> players) {
        var acknowledged = new LinkedHashMap<String, Acknowledged>();
        var answers = new CountDownLatch(BURST);
        Thread killer = Thread.ofPlatform().start(() -> killAfter(answers, program));
        try {
            for (int number = 306; number < 1000; number++) {
                Person mover = mover(players);
                String body = change("enact", 0, "Custom " + number, "");
                send(acknowledged, answers, mover, "/proposals", body, "p" + number);
                for (Person voter : moverFirst(players)) {
                    String path = "/proposals/" + number + "/ballots";
                    send(acknowledged, answers, voter, path, "{\"choice\":\"for\"}", "b" + number);
                }
            }
        } catch (UncheckedIOException e) {
            // the server is dead, as it should be
        }
        join(killer);
        return acknowledged;
    }

    private static void killAfter(CountDownLatch answers, Program program) {
        try {
            answers.await();
            program.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void send(
            Map<String, Acknowledged> acknowledged,
            CountDownLatch answers,
            Person mover,
            String path,
            String body,
            String id) {
        Reply reply = mover.post(game + path, body, id);
        assertThat(reply.status()).as(reply.response().body()).isBetween(200, 299);
        acknowledged.put(
                mover.name() + " " + id,
                new Acknowledged(mover, path, body, reply.json().path("events")));
        answers.countDown();
    }

    /** Every acknowledged move is in the log once, as it was answered, and the game goes on. */
    private void recovered(
            Path data, List<Person> players, Map<String, Acknowledged> acknowledged) {
        try (Program program = Program.serve(data)) {
            List<Person> again = at(program, players);
            var log = new LinkedHashMap<Long, JsonNode>();
            long since = 0;
            for (JsonNode page = page(again, since); !page.isEmpty(); page = page(again, since)) {
                for (JsonNode event : page) {
                    since = event.path("seq").asLong();
                    log.put(since, event);
                }
            }
            assertThat(log.keySet())
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, since).boxed().toList());
            acknowledged.forEach(
                    (key, move) -> {
                        for (JsonNode event : move.answer()) {
                            assertThat(log.get(event.path("seq").asLong())).isEqualTo(event);
                        }
                        Person mover = at(program, List.of(move.mover())).getFirst();
                        String id = key.substring(key.indexOf(' ') + 1);
                        Reply repeated = mover.post(game + move.path(), move.body(), id);
                        assertThat(repeated.json().path("events")).isEqualTo(move.answer());
                    });
            assertThat(again.getFirst().get(game).expect(200).path("head").asLong())
                    .isEqualTo(since);
            theGameGoesOn(again);
        }
    }

    private JsonNode page(List<Person> players, long since) {
        return players.getFirst().get(game + "/events?limit=1000&since=" + since).expect(200);
    }

    /** Finishes the turn that the kill has interrupted, if it has. */
    private void theGameGoesOn(List<Person> players) {
        JsonNode proposals = players.getFirst().get(game + "/proposals").expect(200);
        JsonNode last = proposals.get(proposals.size() - 1);
        int open = last.path("number").asInt();
        if (!Set.of("debate", "voting").contains(last.path("status").asText())) {
            JsonNode made =
                    mover(players)
                            .post(game + "/proposals", change("enact", 0, "Once more", ""))
                            .expect(201);
            open = made.path("number").asInt();
        }
        for (Person voter : moverFirst(players)) {
            Reply reply = voter.votes(game, open, "for");
            assertThat(reply.status()).isIn(200, 409);
        }
        assertThat(
                        players.getFirst()
                                .get(game + "/proposals/" + open)
                                .expect(200)
                                .path("status")
                                .asText())
                .isEqualTo("adopted");
    }
}
