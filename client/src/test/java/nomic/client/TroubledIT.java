package nomic.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nomic.client.Troubled.Answer;
import nomic.client.Troubled.Asked;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The client at a server that fails, is busy, or says more than it knows. */
@Timeout(120)
final class TroubledIT {
    private static final String GAME = "5d0289b3-abc7-82f7-b31e-fe02ac3ae13f";
    private static final String BUSY =
            """
            {"type": "/problems/busy", "title": "There is too much to do", "status": 429, "detail": "Wait."}
            """;

    @Test
    void a_move_without_an_answer_is_sent_again_under_its_id() {
        var calls = new AtomicInteger();
        try (var server =
                new Troubled(
                        _ ->
                                calls.incrementAndGet() < 3
                                        ? Answer.NONE
                                        : new Answer(200, "{\"events\": []}"))) {
            server.nomic().withToken("t").game(GAME).join();

            assertThat(server.asked()).hasSize(3);
            assertThat(server.asked().stream().map(Asked::key).distinct()).hasSize(1);
            assertThat(server.asked().getFirst().key()).isNotEmpty();
            assertThat(server.asked().getFirst().token()).isEqualTo("Bearer t");
        }
    }

    @Test
    void a_busy_server_is_asked_again_when_it_says() {
        var calls = new AtomicInteger();
        try (var server =
                new Troubled(
                        _ ->
                                calls.incrementAndGet() == 1
                                        ? new Answer(429, BUSY, "1")
                                        : new Answer(200, "{\"events\": []}"))) {
            server.nomic().withToken("t").game(GAME).join();

            assertThat(server.asked()).hasSize(2);
        }
    }

    @Test
    void who_is_to_wait_too_long_is_told_at_once() {
        try (var server = new Troubled(_ -> new Answer(429, BUSY, "3600"))) {
            assertThatThrownBy(() -> server.nomic().game(GAME).game())
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.is("busy")).isTrue());
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void what_would_happen_twice_is_not_sent_twice() {
        try (var server = new Troubled(_ -> new Answer(503, ""))) {
            assertThatThrownBy(() -> server.nomic().register("ann", "correct horse"))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("503");
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void patience_has_an_end() {
        try (var server = new Troubled(_ -> Answer.NONE)) {
            assertThatThrownBy(() -> server.nomic().with(Patience.NONE).rulesets())
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void of_many_threads_one_renews_the_token() throws Exception {
        var grants = new AtomicInteger();
        int threads = 8;
        var barrier = new CyclicBarrier(threads);
        try (var server = new Troubled(asked -> granting(asked, grants, barrier));
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Nomic ann = server.nomic().login("ann", "correct horse");
            var calls = new ArrayList<CompletableFuture<Owner>>();
            for (int i = 0; i < threads; i++) {
                calls.add(CompletableFuture.supplyAsync(ann::me, pool));
            }
            calls.forEach(call -> assertThat(call.join().name()).isEqualTo("ann"));

            assertThat(server.askedFor("/api/v1/token")).isEqualTo(2);
            assertThat(server.askedFor("/api/v1/me")).isEqualTo(2L * threads);
        }
    }

    /** Grants t1, t2 ...; the first is not good when all threads have come with it. */
    private static Answer granting(Asked asked, AtomicInteger grants, CyclicBarrier barrier) {
        if (asked.path().equals("/api/v1/token")) {
            int number = grants.incrementAndGet();
            return new Answer(
                    200,
                    """
                    {"access_token": "t%d", "expires_in": 900, "refresh_token": "r%d"}
                    """
                            .formatted(number, number));
        }
        if ("Bearer t1".equals(asked.token())) {
            try {
                barrier.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return new Answer(
                    401, "{\"type\": \"not-authenticated\", \"title\": \"\", \"status\": 401}");
        }
        return new Answer(
                200,
                """
                {"id": "x", "name": "ann", "bot": false, "created": "2026-11-23T15:02:33.564Z"}
                """);
    }

    @Test
    void what_is_not_known_is_passed_over() {
        String game =
                """
                {"id": "x", "name": "G", "status": "dreaming", "weather": {"rain": true},
                 "players": [{"name": "ann", "hat": "red"}], "head": 7}
                """;
        try (var server = new Troubled(_ -> new Answer(200, game))) {
            Game read = server.nomic().game(GAME).game();

            assertThat(read.status()).isEqualTo(Game.Status.OTHER);
            assertThat(read.players()).extracting(Game.Player::name).containsExactly("ann");
            assertThat(read.offers()).isEmpty();
        }
    }

    @Test
    void the_page_of_a_proxy_is_a_problem_too() {
        try (var server = new Troubled(_ -> new Answer(403, "<html>No</html>"))) {
            assertThatThrownBy(() -> server.nomic().game(GAME).game())
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.problem().status()).isEqualTo(403));
        }
    }
}
