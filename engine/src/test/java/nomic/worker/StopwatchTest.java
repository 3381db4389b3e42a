package nomic.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;

class StopwatchTest {
    private static final ProcessHandle HERE = ProcessHandle.current();

    private static Duration work() {
        return HERE.info().totalCpuDuration().orElseThrow();
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void fresh_starts_do_not_add_up_to_any_length() {
        var patience = new Patience(Duration.ofMillis(50), Duration.ofHours(1));
        Duration before = work();
        var watch = new Stopwatch(HERE);

        do {
            watch.start();
        } while (!watch.isOver(patience));

        assertThat(work().minus(before))
                .isGreaterThanOrEqualTo(patience.work().multipliedBy(Stopwatch.MOST_TIMES));
    }
}
