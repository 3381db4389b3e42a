package nomic.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The twenty rules, one after the other, from text to loaded classes. {@code -wi 0 -i 1} measures
 * it cold, with the start of Drools and its compiler.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8)
@Measurement(iterations = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class CheckBenchmark {
    private static final List<RuleText> RULES = RuleText.of("twenty");

    /** Plain Drools compiles each text and loads its classes into a knowledge base. */
    @Benchmark
    public int a_plain() {
        int sessions = 0;
        for (RuleText rule : RULES) {
            var base = PlainDrools.base(List.of(rule), List.of());
            base.newKieSession().dispose();
            PlainDrools.forget();
            sessions++;
        }
        return sessions;
    }

    /** The check of a game: policies, build, bytecode, instrumentation, trial load. */
    @Benchmark
    public int b_checked() {
        int models = 0;
        for (RuleText rule : RULES) {
            models += Sandbox.check(rule).models().size();
        }
        return models;
    }
}
