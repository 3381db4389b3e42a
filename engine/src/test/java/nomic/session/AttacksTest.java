package nomic.session;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Event;
import nomic.game.Limit;
import nomic.game.Limits;
import nomic.game.Outcome;
import nomic.law.Choice;
import nomic.law.Kind;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Hostile rules on the way that every rule takes: proposed, checked, adopted, loaded and fired. */
class AttacksTest {
    private static final List<String> PLAYERS = List.of("ann", "bob");

    /** Honest rules with constructs that the language leaves out, see {@code CorpusTest}. */
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "06-insertlogical-tms.drl",
                    "07-timers.drl",
                    "08-agenda-control.drl",
                    "09-declared-types-events.drl");

    private static final GameUnderTest OTHER = game();
    private static final long MOST_KEPT = 150L << 20;

    private static long usedBefore;

    private static GameUnderTest game() {
        return GameUnderTest.of(
                Limits.STANDARD.with(Limit.FUEL, 5_000_000),
                PLAYERS,
                GameUnderTest.ADOPTED_BY_ALL,
                GameUnderTest.ENDING_PAYS);
    }

    static List<Path> attacks() throws IOException, URISyntaxException {
        return files("public", "own");
    }

    static List<Path> honest() throws IOException, URISyntaxException {
        return files("benign", "benign-own");
    }

    private static List<Path> files(String... folders) throws IOException, URISyntaxException {
        var files = new ArrayList<Path>();
        for (String corpus : folders) {
            var url = AttacksTest.class.getResource("/nomic/code/attacks/" + corpus);
            try (Stream<Path> found = Files.list(Path.of(Objects.requireNonNull(url).toURI()))) {
                found.sorted().forEach(files::add);
            }
        }
        return files;
    }

    @BeforeAll
    static void measure() {
        usedBefore = used();
    }

    @AfterAll
    static void nothing_is_left() {
        assertThat(System.getProperty("pwn")).isNull();
        assertThat(used() - usedBefore).isLessThan(MOST_KEPT);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @AfterEach
    void no_attack_has_run() {
        assertThat(System.getProperty("pwn")).isNull();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_hostile_rule_is_refused_or_suspended(Path file) throws IOException {
        String code = Files.readString(file).replaceFirst("package unit[^;]*;", "");
        boolean mustReject = code.startsWith("// MUST: reject ");
        String otherBefore = OTHER.state().hash();
        GameUnderTest game = game();

        int rule = adopted(game, code);

        if (rule > 0) {
            assertThat(mustReject).as("must be refused").isFalse();
            assertThat(suspended(game, rule)).as("suspended").isTrue();
        }
        long before = game.points("ann");
        game.endTurn("ann");
        assertThat(game.points("ann")).isEqualTo(before + 1);
        assertThat(OTHER.state().hash()).isEqualTo(otherBefore);
        OTHER.endTurn("ann");
    }

    /** Beside hostile ones, so that what stops those is seen to stop no other. */
    @ParameterizedTest
    @MethodSource("honest")
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void an_honest_rule_stays_in_force(Path file) throws IOException {
        String code = Files.readString(file).replaceFirst("package unit[^;]*;", "");
        GameUnderTest game = game();

        int rule = adopted(game, code);

        assertThat(rule > 0).as("adopted").isNotEqualTo(LEFT_OUT.contains(file.getFileName() + ""));
        game.endTurn("ann");
        game.endTurn("bob");
        assertThat(rule > 0 && suspended(game, rule)).as("suspended").isFalse();
    }

    /** Proposes a rule and votes for it; 0 where its code is refused. */
    private static int adopted(GameUnderTest game, String code) {
        int proposal = game.state().nextProposal();
        Decided proposed = game.move("ann", new Command.Propose(Kind.ENACT, 0, "New", "", code));
        if (!(proposed.outcome() instanceof Outcome.Accepted)) {
            return 0;
        }
        int before = game.state().rulebook().size();
        PLAYERS.forEach(player -> game.move(player, new Command.Vote(proposal, Choice.FOR, null)));
        assertThat(game.state().rulebook()).hasSize(before + 1);
        return game.state().rulebook().lastKey();
    }

    private static boolean suspended(GameUnderTest game, int rule) {
        return game.table().history().stream()
                .flatMap(decided -> GameUnderTest.events(decided).stream())
                .anyMatch(event -> event instanceof Event.RuleSuspended it && it.id() == rule);
    }
}
