package nomic.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Rule code made by chance. The properties {@code nomic.fuzz.units} and {@code nomic.fuzz.seed}
 * give the number of units and the number of the first one.
 */
class FuzzTest {
    private static final int FEW = 300;
    private static final int UNITS = Integer.getInteger("nomic.fuzz.units", FEW);
    private static final long FIRST =
            Long.getLong("nomic.fuzz.seed", UNITS == FEW ? 1 : new SplittableRandom().nextInt());

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final FuzzUnits units = new FuzzUnits();

    @Test
    void every_unit_gets_an_answer_and_plays_the_same_twice() {
        try (var oracle = new FuzzOracle()) {
            for (long number = FIRST; number < FIRST + UNITS; number++) {
                judge(oracle, number);
            }
            System.out.println("units from " + FIRST + ": " + oracle.tally);
            assertThat(oracle.faults).as("units from %s: %s", FIRST, oracle.tally).isEmpty();
            if (UNITS >= FEW) {
                assertShares(oracle);
            }
        }
    }

    /** Many times what the slowest unit takes: one that takes longer hangs. */
    private void judge(FuzzOracle oracle, long number) {
        assertTimeoutPreemptively(
                LONGEST, () -> oracle.judge(number, units.unit(number)), "unit " + number);
    }

    private static void assertShares(FuzzOracle oracle) {
        var tally = oracle.tally.toString();
        int accepted = oracle.count(Pattern.compile("accepted"));
        assertThat(accepted).as("accepted of %s", tally).isGreaterThan(UNITS * 3 / 10);
        assertThat(oracle.count(Pattern.compile("played: well")))
                .as("played to the end of %s", tally)
                .isGreaterThan(accepted / 2);
        assertThat(oracle.count(Pattern.compile("refused: (compiler-crash|too-complex|)")))
                .as("crashes of %s", tally)
                .isLessThan(3 + UNITS / 100);
    }
}
