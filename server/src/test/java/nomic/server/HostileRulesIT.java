package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hostile and the honest files of the engine's tests over HTTP, at a server whose rules run in
 * child processes: each is checked, and where it is accepted, voted in and played with.
 */
final class HostileRulesIT {
    private static final Path FILES =
            Path.of("..", "engine", "src", "test", "resources", "nomic", "code", "attacks");

    private static final Pattern HEADER = Pattern.compile("// MUST: ([a-z|]+) [-\u2014] ");
    private static final long MOST_KEPT = 150L << 20;
    private static final int MOST_NEW_THREADS = 20;

    @TempDir static Path folder;
    private static Server server;
    private static Person ann;
    private static Person bob;
    private static String witness;
    private static JsonNode before;
    private static long usedBefore;
    private static int threadsBefore;
    private static Set<Long> workersBefore;

    @BeforeAll
    static void start() {
        server = Server.start(Settings.local(folder).withWorkers(1));
        var api = new Api(server.uri());
        ann = api.person("ann");
        bob = api.person("bob");
        witness = opened();
        before = ann.get(witness).expect(200);
        usedBefore = used();
        threadsBefore = Thread.getAllStackTraces().size();
        workersBefore = workers();
    }

    /** The processes that began are there at the end, and nothing has gathered. */
    @AfterAll
    static void stop() {
        try {
            assertThat(System.getProperty("pwn")).isNull();
            assertThat(workers()).isEqualTo(workersBefore);
            assertThat(used() - usedBefore).isLessThan(MOST_KEPT);
            assertThat(Thread.getAllStackTraces().size() - threadsBefore)
                    .isLessThan(MOST_NEW_THREADS);
        } finally {
            server.close();
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Set<Long> workers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("WorkerMain"))
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    static List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        try (Stream<Path> all = Files.walk(FILES)) {
            all.filter(file -> file.toString().endsWith(".drl"))
                    .filter(file -> !file.toString().contains("compile-bombs"))
                    .sorted()
                    .forEach(files::add);
        }
        assertThat(files).hasSizeGreaterThan(80);
        return files;
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_comes_to_what_it_must_and_hurts_nobody(Path file) throws IOException {
        String text = Files.readString(file);
        String code = text.replaceFirst("package unit[^;]*;", "");
        Set<String> must = verdicts(text);

        JsonNode check =
                ann.post("/api/v1/check", Reply.JSON.createObjectNode().put("code", code) + "")
                        .expect(200);

        if (check.path("accepted").asBoolean()) {
            assertThat(must).isNotEqualTo(Set.of("reject"));
            assertThat(play(code)).isEqualTo(must.contains("stop") ? "suspended" : "in-force");
        } else {
            assertThat(must.contains("reject") || must.contains("stop") || isLeftOut(file))
                    .as("may be refused: %s", check)
                    .isTrue();
            assertThat(check.path("diagnostics")).isNotEmpty();
            assertThat(check.at("/diagnostics/0/message").asText()).isNotBlank();
        }
        assertThat(System.getProperty("pwn")).isNull();
        assertThat(ann.get(witness).expect(200)).isEqualTo(before);
    }

    /** What may become of a file, as its first line says: one of {@code reject|stop}. */
    private static Set<String> verdicts(String text) {
        Matcher header = HEADER.matcher(text);
        assertThat(header.lookingAt()).as(text.lines().findFirst().orElse("")).isTrue();
        return Set.of(header.group(1).split("\\|", -1));
    }

    /** Honest files with constructs that the language leaves out, see {@code CorpusTest}. */
    private static boolean isLeftOut(Path file) {
        return file.toString().matches(".*[/\\\\]benign[/\\\\]0[6-9]-.*");
    }

    /**
     * Two turns: the change is voted in, and if it stands, a custom is, so that it sees some moves.
     * Answers how the change stands then.
     */
    private static String play(String code) {
        String game = opened();
        String status = votedIn(game, Person.proposal("A change", code));
        return status.equals("suspended") ? status : votedIn(game, Person.proposal("A custom", ""));
    }

    private static String votedIn(String game, String change) {
        String turn = ann.get(game).expect(200).at("/turn/player").asText();
        Person mover = turn.equals("bob") ? bob : ann;
        Reply proposed = mover.post(game + "/proposals", change);
        isAnswered(proposed);
        JsonNode proposals = ann.get(game + "/proposals").expect(200);
        int last = proposals.path(proposals.size() - 1).path("number").asInt();
        isAnswered(mover.votes(game, last, "for"));
        isAnswered((mover.equals(ann) ? bob : ann).votes(game, last, "for"));
        return ann.get(game + "/rules/301").expect(200).path("status").asText();
    }

    /** A move may be refused, but no move breaks the server or its game. */
    private static void isAnswered(Reply reply) {
        assertThat(reply.status()).as(reply.response().body()).isLessThan(500);
        assertThat(reply.json().path("type").asText()).isNotEqualTo("/problems/quarantined");
    }

    private static String opened() {
        String game = ann.createsGame("suber");
        bob.joins(game).expect(200);
        ann.starts(game).expect(200);
        return game;
    }

    @Test
    void an_honest_rule_acts_beside_all_others() {
        String game = opened();
        Person mover =
                ann.get(game).expect(200).at("/turn/player").asText().equals("ann") ? ann : bob;
        mover.proposes(game, "Opposition", Codes.OPPOSITION).expect(201);
        mover.votes(game, 301, "for").expect(200);
        (mover.equals(ann) ? bob : ann).votes(game, 301, "for").expect(200);

        assertThat(ann.get(game + "/rules/301").expect(200).path("status").asText())
                .isEqualTo("in-force");
    }
}
