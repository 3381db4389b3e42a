package nomic.bench;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.code.MeteredThread;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Runs each benchmark of firing once. What it measures is not looked at: the machine may be busy.
 */
final class BenchmarksTest {
    @ParameterizedTest
    @ValueSource(strings = {"twenty", "loops", "calls", "texts", "collections", "joins"})
    void rules_fire_alike_in_plain_drools_and_in_the_sandbox(String rules) throws Exception {
        var benchmark = new FiringBenchmark();
        var sandboxed = new FiringBenchmark.Sandboxed();
        sandboxed.rules = rules;
        var ownNodes = new FiringBenchmark.OwnNodes();
        ownNodes.rules = rules;
        var plain = new FiringBenchmark.Plain();
        plain.rules = rules;
        int fired =
                metered(
                        () -> {
                            sandboxed.build();
                            return benchmark.d_sandboxed(sandboxed);
                        });
        ownNodes.build();
        plain.build();

        assertThat(fired).isPositive();
        assertThat(benchmark.a_plain(plain)).isEqualTo(fired);
        assertThat(benchmark.b_own_nodes(ownNodes)).isEqualTo(fired);
        assertThat(metered(() -> benchmark.c_metered_tuples(ownNodes))).isEqualTo(fired);
    }

    private static <T> T metered(Callable<T> work) throws Exception {
        try (var thread = Executors.newSingleThreadExecutor(MeteredThread.factory("benchmark"))) {
            return thread.submit(work).get();
        }
    }
}
