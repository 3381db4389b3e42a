package nomic.log;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Command;
import nomic.history.History;
import nomic.history.Violation.Promise;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Thousands of schedules of faults. {@code -Dnomic.simulation.seeds=N} runs N of them, and {@code
 * -Dnomic.simulation.first=SEED} begins at one that a failure has named.
 */
final class SimulationTest {
    private static final Logger WRITER = Logger.getLogger(Writer.class.getName());
    private static final long FIRST = Long.getLong("nomic.simulation.first", 1);
    private static final int SEEDS = Integer.getInteger("nomic.simulation.seeds", 2000);
    private static final int PLAYERS = 3;
    private static final int COMMANDS = 4;

    @BeforeAll
    static void hush() {
        WRITER.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        WRITER.setLevel(null);
    }

    @Test
    void no_schedule_of_faults_breaks_a_promise() {
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            assertThat(coins(seed, new InMemoryGameLog()).violations())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void a_seed_is_always_the_same_schedule() {
        for (long seed = FIRST; seed < FIRST + 20; seed++) {
            assertThat(coins(seed, new InMemoryGameLog()).run())
                    .as("seed %d", seed)
                    .isEqualTo(coins(seed, new InMemoryGameLog()).run());
        }
    }

    /** Else the schedules would show nothing. */
    @Test
    void the_schedules_bring_what_they_are_for() {
        Set<String> met = new HashSet<>();
        for (long seed = FIRST; seed < FIRST + 100; seed++) {
            History history = coins(seed, new InMemoryGameLog()).run();
            history.asked().forEach(asked -> met.add(asked.answer().getClass().getSimpleName()));
            history.log().forEach(entry -> met.add(entry.outcome().getClass().getSimpleName()));
            history.log().stream()
                    .filter(entry -> entry.envelope().command() instanceof Command.PassTime)
                    .forEach(_ -> met.add("PassTime"));
            long writers = history.log().stream().map(Entry::epoch).distinct().count();
            met.addAll(writers > 4 ? Set.of("five writers") : Set.of());
        }
        assertThat(met)
                .contains("Kept", "Refused", "Unknown", "Accepted", "PassTime", "five writers");
    }

    @ParameterizedTest
    @CsvSource({
        "NO_FENCE, EPOCH",
        "NO_FENCE, FOLD",
        "NO_MEMORY, ONCE",
        "FORGETS, KEPT",
        "FORGETS, REFUSAL",
    })
    void a_log_with_a_flaw_is_found_out(FlawedLog.Flaw flaw, Promise broken) {
        Set<Promise> found = EnumSet.noneOf(Promise.class);
        for (long seed = FIRST; seed < FIRST + 200 && !found.contains(broken); seed++) {
            coins(seed, new FlawedLog(flaw)).violations().forEach(v -> found.add(v.promise()));
        }
        assertThat(found).contains(broken);
    }

    /** A schedule for players who fight for coins. */
    static Simulation coins(long seed, GameLog log) {
        var random = new Random(~seed);
        Supplier<Command> any = () -> command(random);
        List<List<Command>> scripts = new ArrayList<>();
        for (int player = 0; player < PLAYERS; player++) {
            List<Command> script = new ArrayList<>(List.of(new Command.Join()));
            while (script.size() < COMMANDS) {
                script.add(any.get());
            }
            scripts.add(script);
        }
        return new Simulation(
                seed,
                log,
                new CoinRules(),
                new Command.CreateGame("Coins", "coins", List.of()),
                scripts);
    }

    private static Command command(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Command.Join();
            case 1 -> new Command.Act("wake", Map.of("in", "PT" + 20 * random.nextInt(20) + "S"));
            default -> new Command.Act("take", Map.of());
        };
    }
}
