package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The packaged server on a PostgreSQL that fails it, and on a wire that does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DatabaseFaultsIT {
    private static final String NAME = "postgres";
    private static final List<Logger> CHATTER =
            List.of(
                    Logger.getLogger("io.zonky.test"),
                    Logger.getLogger("init"),
                    Logger.getLogger("pg"));

    private final List<EmbeddedPostgres> postgres = new ArrayList<>();
    private final List<Program> programs = new ArrayList<>();
    private final List<Relay> relays = new ArrayList<>();
    private Path folder = Path.of("");
    private List<Person> players = List.of();

    @BeforeAll
    void start(@TempDir Path given) throws IOException {
        CHATTER.forEach(logger -> logger.setLevel(Level.SEVERE));
        folder = given;
        postgres.add(startPostgres(0));
        relays.add(new Relay(postgres.getLast().getPort()));
        programs.add(serve());
        players = Stage.people(program().api(), "ann", "bob", "eve");
    }

    /** Starts PostgreSQL on the same files as before, if there are any. */
    private EmbeddedPostgres startPostgres(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private Program serve() {
        var options = new ArrayList<>(Stage.OPTIONS);
        options.addAll(List.of("--database", relays.getLast().through(url())));
        return Program.serve(folder.resolve("data"), options.toArray(String[]::new));
    }

    private String url() {
        return postgres.getLast().getJdbcUrl(NAME, NAME);
    }

    private Program program() {
        return programs.getLast();
    }

    @AfterAll
    void stop() throws IOException {
        programs.forEach(Program::close);
        relays.forEach(Relay::close);
        for (EmbeddedPostgres one : postgres) {
            one.close();
        }
    }

    private Stage stage() {
        return new Stage(List.of(program().api()), players);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
    void a_move_whose_connection_breaks_at_the_commit_is_made_once(Relay.Cut where) {
        try (Stage stage = stage()) {
            CompletableFuture<Boolean> answered = moves(stage, where);
            relays.getLast().snap();
            assertThat(answered.join()).isFalse();
            again(stage, where);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
    void a_move_whose_server_is_killed_at_the_commit_is_made_once(Relay.Cut where) {
        try (Stage stage = stage()) {
            CompletableFuture<Boolean> answered = moves(stage, where);
            program().kill();
            assertThat(answered.join()).isFalse();
            programs.add(serve());
            stage.moveTo(program().api());
            again(stage, where);
        }
    }

    /** Begins a move and waits until it has come as far as the cut. */
    private CompletableFuture<Boolean> moves(Stage stage, Relay.Cut where) {
        CompletableFuture<Void> reached = relays.getLast().stopAt(where);
        CompletableFuture<Boolean> answered =
                CompletableFuture.supplyAsync(
                        () -> stage.send(stage.server(0), players.getFirst(), 1));
        reached.orTimeout(60, TimeUnit.SECONDS).join();
        return answered;
    }

    /** The move stands in the log before it is sent again if its commit arrived, and after. */
    private void again(Stage stage, Relay.Cut where) {
        Reply view = stage.server(0).get(stage.game());
        while (view.status() != 200) {
            view.problem(503, "unavailable");
            view = stage.server(0).get(stage.game());
        }
        long before = view.json().path("head").asLong();
        while (!stage.send(stage.server(0), players.getFirst(), 1)) {
            // the server has to find out first that its connections are gone
        }
        long after = stage.server(0).get(stage.game()).expect(200).path("head").asLong();
        assertThat(after - before).isEqualTo(where == Relay.Cut.AFTER_COMMIT ? 0 : 1);
        stage.judge(url());
    }

    @Test
    void locked_tables_and_a_pool_that_has_run_dry_are_a_delay_and_no_loss() throws Exception {
        try (Stage stage = stage()) {
            try (Traffic traffic = new Traffic(stage, 0)) {
                traffic.moves(5);
                locked(stage);
                traffic.moves(10);
            }
            stage.judge(url());
        }
    }

    /** For ten seconds nobody gets at a game, and more wait than there are connections. */
    private void locked(Stage stage) throws Exception {
        List<Thread> readers = new ArrayList<>();
        try (Connection connection = postgres.getLast().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table game in access exclusive mode");
            for (int i = 0; i < 20; i++) {
                readers.add(
                        Thread.ofVirtual()
                                .start(() -> stage.server(0).get("/api/v1/games?limit=1")));
            }
            assertThat(new CountDownLatch(1).await(10, TimeUnit.SECONDS)).isFalse();
            connection.rollback();
        }
        for (Thread reader : readers) {
            assertThat(reader.join(Duration.ofSeconds(60))).isTrue();
        }
    }

    @Test
    void a_database_that_is_killed_and_comes_back_has_every_acknowledged_move() throws Exception {
        try (Stage stage = stage()) {
            try (Traffic traffic = new Traffic(stage, 0)) {
                for (int kill = 0; kill < Scale.of(1, 10); kill++) {
                    traffic.moves(10);
                    killPostgres();
                    traffic.troubles(3);
                    postgres.add(startPostgres(postgres.getLast().getPort()));
                }
                traffic.moves(20);
            }
            stage.judge(url());
        }
    }

    private void killPostgres() throws IOException {
        long pid =
                Long.parseLong(
                        Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"))
                                .getFirst()
                                .trim());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(postmaster);
        all.reversed().forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
        postgres.getLast().close();
    }
}
