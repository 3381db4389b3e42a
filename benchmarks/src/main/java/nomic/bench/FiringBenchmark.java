package nomic.bench;

import nomic.code.MeteredThread;

import org.kie.api.KieBase;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The same rules, fired on the same facts with one more layer of the sandbox each time. Each runs
 * in a process of its own: Drools' tuples are metered in the whole process or not at all.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, batchSize = 1000)
@Measurement(iterations = 7, batchSize = 1000)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-Xbatch",
            "-Ddrools.dialect.java.compiler.lnglevel=21"
        })
public class FiringBenchmark {
    private static final List<Object> FACTS = TableFacts.all();

    /** Which set of rules, see {@link RuleText#of}. */
    @State(Scope.Benchmark)
    public static class Rules {
        @Param("twenty")
        public String rules = "";
    }

    /** Plain Drools with the defaults that it comes with. */
    @State(Scope.Benchmark)
    public static class Plain extends Rules {
        KieBase base;

        @Setup
        public void build() {
            base = PlainDrools.base(RuleText.of(rules), List.of());
        }
    }

    /** Plain Drools with the settings of games. */
    @State(Scope.Benchmark)
    public static class OwnNodes extends Rules {
        KieBase base;

        @Setup
        public void build() {
            base = PlainDrools.base(RuleText.of(rules), Sandbox.OWN_NODES);
        }
    }

    /** The code of games. */
    @State(Scope.Benchmark)
    public static class Sandboxed extends Rules {
        KieBase base;

        @Setup
        public void build() throws Exception {
            var checked = RuleText.of(rules).stream().map(Sandbox::check).toList();
            base = MeteredThread.under(Sandbox.meter(), () -> Sandbox.base(checked));
        }
    }

    @Benchmark
    public int a_plain(Plain plain) {
        return Firing.of(plain.base, FACTS);
    }

    @Benchmark
    @Fork(
            value = 1,
            jvmArgsAppend = {
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Xbatch",
                "-Ddrools.dialect.java.compiler.lnglevel=21",
                "-Ddrools.useEagerSegmentCreation=false"
            })
    public int b_own_nodes(OwnNodes own) {
        return Firing.of(own.base, FACTS);
    }

    /** On a metered thread: tuples are paid for, rule code is not. */
    @Benchmark
    @Fork(
            value = 1,
            jvmArgsAppend = {
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Xbatch",
                "-Djmh.executor=CUSTOM",
                "-Djmh.executor.class=nomic.bench.Threads"
            })
    public int c_metered_tuples(OwnNodes own) throws Exception {
        return MeteredThread.under(Sandbox.meter(), () -> Firing.of(own.base, FACTS));
    }

    @Benchmark
    @Fork(
            value = 1,
            jvmArgsAppend = {
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Xbatch",
                "-Djmh.executor=CUSTOM",
                "-Djmh.executor.class=nomic.bench.Threads"
            })
    public int d_sandboxed(Sandboxed sandboxed) throws Exception {
        return MeteredThread.under(Sandbox.meter(), () -> Firing.of(sandboxed.base, FACTS));
    }
}
