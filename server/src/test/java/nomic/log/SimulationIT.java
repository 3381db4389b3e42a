package nomic.log;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Command;
import nomic.game.Decider;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.ruleset.Rulesets;
import nomic.server.store.Database;
import nomic.server.store.Postgres;
import nomic.server.store.StoredGameLog;
import nomic.session.Interpreter;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A few schedules of faults with the rules of a real game, and on real databases. */
final class SimulationIT {
    private static final Logger WRITER = Logger.getLogger(Writer.class.getName());
    private static final int SEEDS = Integer.getInteger("nomic.simulation.stored", 5);

    @BeforeAll
    static void hush() {
        WRITER.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        WRITER.setLevel(null);
    }

    @Test
    void no_schedule_breaks_a_promise_on_h2() {
        stored("jdbc:h2:mem:simulation");
    }

    @Test
    void no_schedule_breaks_a_promise_on_postgresql() {
        stored(Postgres.newDatabase());
    }

    private static void stored(String url) {
        try (Database database = Database.open(url)) {
            var log = new StoredGameLog(database.sessions(), InstantSource.system());
            for (int seed = 1; seed <= SEEDS; seed++) {
                assertThat(SimulationTest.coins(seed, log).violations())
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }
    }

    @Test
    void no_schedule_breaks_a_promise_under_subers_rules() {
        Command.CreateGame founding = Rulesets.onClassPath().get("suber").game("Suber");
        try (Interpreter interpreter = Interpreter.standard()) {
            Decider decider = interpreter;
            for (int seed = 1; seed <= SEEDS; seed++) {
                var log = new InMemoryGameLog();
                var simulation = new Simulation(seed, log, decider, founding, scripts());
                assertThat(simulation.violations()).as("seed %d", seed).isEmpty();
                assertThat(new Verifier(decider).verify(log, Simulation.game(seed))).isEmpty();
            }
        }
    }

    /** The second and the third player are refused what only the first may do, or are not. */
    private static List<List<Command>> scripts() {
        Command propose = new Command.Propose(Kind.ENACT, 0, "Tea", "There is tea.", "");
        Command vote = new Command.Vote(301, Choice.FOR, null);
        return List.of(
                List.of(new Command.Join(), new Command.Start(), propose, vote),
                List.of(new Command.Join(), propose, vote),
                List.of(new Command.Join(), vote, new Command.EndTurn()));
    }
}
