package nomic.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** The client at a real server, which is started again while it plays. */
@Timeout(240)
final class PlayingIT {
    private static final String PASSWORD = "correct horse";
    private static final String SIX_POINTS_WIN =
            """
            rule "six points win"
            when
                Holding( asset == "points", amount >= 6, $p : owner )
                Player( name == $p, active )
            then
                law.declareWinner($p, "six points");
            end
            """;

    /** Two people, whose names have a mark of their own. */
    private record People(int mark, Nomic ann, Nomic bob) {
        Nomic named(String name) {
            return name.startsWith("ann") ? ann : bob;
        }

        List<String> names() {
            return List.of("ann" + mark, "bob" + mark);
        }
    }

    private static final AtomicInteger MARKS = new AtomicInteger();

    @TempDir static Path data;
    private static @Nullable Running server;

    @BeforeAll
    static void begin() {
        server = new Running(data);
    }

    @AfterAll
    static void end() {
        server().close();
    }

    private static Running server() {
        return Objects.requireNonNull(server);
    }

    @Test
    void a_game_is_played_to_its_end_across_a_restart() throws Exception {
        People people = people();
        Table table = game(people);
        CompletableFuture<List<Event>> watched =
                CompletableFuture.supplyAsync(() -> watched(table));
        table.start();

        Game game = table.game();
        for (int turn = 0; !game.isOver(); turn++) {
            Thread started = turn == 1 ? server().restart() : Thread.ofVirtual().start(() -> {});
            String author = Objects.requireNonNull(game.turn()).player();
            int number = people.named(author).game(table.id()).propose(draft(turn));
            vote(people, table.id(), number);
            game = table.game();
            started.join();
        }

        assertThat(game.winner()).isNotNull();
        List<Event> seen = watched.join();
        assertThat(seen).isEqualTo(table.events(0).limit(seen.size()).toList());
        assertThat(seen)
                .extracting(Event::seq)
                .isEqualTo(LongStream.rangeClosed(1, seen.size()).boxed().toList());
    }

    private static List<Event> watched(Table table) {
        var seen = new ArrayList<Event>();
        try (EventStream events = table.stream(0)) {
            for (Event event : events) {
                seen.add(event);
                if (event.endsGame()) {
                    return seen;
                }
            }
        }
        throw new AssertionError("The stream has an end");
    }

    private static People people() {
        int mark = MARKS.incrementAndGet();
        return new People(
                mark,
                server().nomic().register("ann" + mark, PASSWORD),
                server().nomic().registerBot("bob" + mark, PASSWORD));
    }

    private static Table game(People people) {
        Table table = people.ann().create(NewGame.named("Game " + people.mark()));
        people.bob().game(table.id()).join();
        return table;
    }

    private static Draft draft(int turn) {
        return turn == 0
                ? Draft.amend(208, "Six points win", "Who has six points wins.", SIX_POINTS_WIN)
                : Draft.enact("Custom " + turn, "We greet each other.");
    }

    /** All vote for it, its author first, as long as the vote is open. */
    private static void vote(People people, String id, int number) {
        var names = new ArrayList<>(people.names());
        names.addAll(people.names());
        for (String name : names) {
            Table table = people.named(name).game(id);
            Proposal proposal = table.proposal(number);
            if (proposal.waitsFor(name) && !table.game().isOver()) {
                assertThat(table.vote(proposal, Choice.FOR).ledTo("BallotCast")).isTrue();
            }
        }
    }

    @Test
    void the_socket_goes_on_after_a_restart() throws Exception {
        People people = people();
        Table table = game(people);
        try (Live live = people.ann().live()) {
            live.subscribe(table.id(), 0);
            live.make(table.id(), new Move.Start());
            Draft draft = Draft.enact("Tea", "There is tea at five.");

            Thread started = server().restart();
            Made made = live.make(table.id(), new Move.Propose(draft));
            started.join();

            assertThat(made.proposal()).isEqualTo(301);
            live.make(table.id(), new Move.Vote(301, Choice.FOR, null));
            var seen = new ArrayList<Event>();
            while (seen.isEmpty() || !seen.getLast().is("VoteOpened")) {
                seen.add(live.next().event());
            }
            assertThat(seen).isEqualTo(table.events(0).limit(seen.size()).toList());
            assertThatThrownBy(() -> live.make(table.id(), new Move.Propose(draft)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.is("forbidden-by-rule")).isTrue());
        }
    }

    @Test
    void a_bot_sees_what_it_needs_to_decide() {
        People people = people();
        Table table = game(people);
        assertThat(server().nomic().games(GameSearch.TO_JOIN).map(Game::name))
                .contains("Game " + people.mark());
        table.start();
        assertThat(table.todo()).extracting(Todo::what).containsExactly(Todo.What.TURN);

        Draft gift =
                Draft.enact(
                        "A gift",
                        "Each adopted change is worth five points to its author.",
                        "rule \"gift\" when VoteSettled( adopted, $a : author ) then"
                                + " law.award($a, 5); end");
        assertThat(server().nomic().check(Objects.requireNonNull(gift.code())).accepted()).isTrue();
        Checked wrong = server().nomic().check("rule \"x\" when Turn( playr == \"ann\" ) then end");
        assertThat(wrong.diagnostics().getFirst().hint()).contains("player");
        assertThat(table.preview(gift).adoption().adopted()).isTrue();

        Table bobs = people.bob().game(table.id());
        WhyNot whyNot = bobs.whyNot(new Move.Propose(gift));
        assertThat(whyNot.permitted()).isFalse();
        assertThat(whyNot.obstacles().getFirst().rule()).isEqualTo(202);
        assertThatThrownBy(() -> bobs.propose(gift))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().rule()).isEqualTo(202))
                .hasMessageContaining("turn");

        int number = table.propose(gift);
        assertThat(bobs.preview(number).gainOf(people.names().getFirst())).isPositive();
        vote(people, table.id(), number);
        assertThat(table.proposal(number).status()).isEqualTo(Proposal.Status.ADOPTED);
        assertThat(table.rule(number).status()).isEqualTo(Rule.Status.IN_FORCE);
        assertThat(table.why("holding/" + people.names().getFirst() + "/points").chain())
                .isNotEmpty();
        assertThat(table.whyNotWon(people.names().getFirst()).ways()).isNotEmpty();
        assertThat(table.events(0).filter(e -> e.is("HoldingChanged")))
                .anyMatch(e -> e.cause() instanceof Cause.ByRule(int rule, _, _, _) && rule == 202);
    }

    @Test
    void a_personal_token_plays_and_the_master_gives_orders() {
        People people = people();
        Table table = game(people);
        assertThat(table.seatBot(BotKind.CAREFUL)).isEqualTo("careful:1");
        table.start();
        Nomic bob = people.bob();
        PersonalToken token = bob.makeToken("bot", 30, Scope.GAME_READ, Scope.GAME_PLAY);
        Nomic program = server().nomic().withToken(Objects.requireNonNull(token.token()));
        assertThat(program.me().bot()).isTrue();
        assertThat(bob.tokens()).extracting(PersonalToken::name).containsExactly("bot");

        table.make(new Move.Pause("Back at nine."));
        assertThatThrownBy(() -> program.game(table.id()).forfeit())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.is("paused")).isTrue());
        table.make(new Move.Resume());
        Made forfeited = program.game(table.id()).make(new Move.Forfeit(), "f-1");
        assertThat(program.game(table.id()).make(new Move.Forfeit(), "f-1")).isEqualTo(forfeited);
        assertThat(Objects.requireNonNull(table.game().player(people.names().getLast())).standing())
                .isEqualTo("forfeited");
    }
}
