package nomic.bench;

import nomic.code.Checker;
import nomic.sentence.Expansion;
import nomic.sentence.SentenceCompiler;
import nomic.sentence.Sentences;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** The check of four laws as code, and as the sentences that expand to the same code. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 12)
@Measurement(iterations = 10)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class SentenceBenchmark {
    private static final Sentences KNOWN = Sentences.standard();
    private static final List<String> LAWS =
            List.of(
                    """
                    When a player votes against a change that is adopted
                    Then that player gets 10 points
                    """,
                    """
                    When a player votes against a change that is adopted
                      and nobody else is against that proposal
                    Then that player gets 5 points
                    """,
                    """
                    When a change has taken effect
                    Then the author gets 1 crowns
                      and everybody is told "{} is king" about the author
                    """,
                    """
                    When a change has taken effect
                      and a player has some crowns
                    Then that player loses all crowns
                    """);
    private static final List<String> CODES = LAWS.stream().map(SentenceBenchmark::code).toList();

    private static String code(String law) {
        return switch (KNOWN.expand(law)) {
            case Expansion.Code(String code, _) -> code;
            case Expansion.Refused(var why) -> throw new IllegalStateException(why.toString());
        };
    }

    /** By a checker that has seen none of them. */
    @Benchmark
    public int a_code() {
        var checker = new Checker();
        int remarks = 0;
        for (String code : CODES) {
            remarks += checker.compile(0, code).diagnostics().size();
        }
        return remarks;
    }

    /** Expanded first; remarks are told in terms of the sentences. */
    @Benchmark
    public int b_sentences() {
        var compiler = new SentenceCompiler(new Checker());
        int remarks = 0;
        for (String law : LAWS) {
            remarks += compiler.check(KNOWN, law, "").diagnostics().size();
        }
        return remarks;
    }
}
