package nomic.bench;

import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Runs benchmarks in rounds, so that noise meets all of them, and compares each with the first of
 * its class: the ratio of each round, its mean and its standard error. Takes the options of JMH;
 * {@code -f} says how many rounds.
 */
public final class Comparison {
    private static final int ROUNDS = 3;

    /** What a benchmark took in each round, in microseconds for an operation. */
    private record Times(List<Double> elapsed, List<Double> processor) {
        private Times() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private final Map<String, Map<String, Times>> byClass = new TreeMap<>();

    private Comparison() {}

    public static void main(String[] arguments) throws Exception {
        var given = new CommandLineOptions(arguments);
        int rounds = given.getForkCount().orElse(ROUNDS);
        var comparison = new Comparison();
        for (int round = 1; round <= rounds; round++) {
            var options =
                    new OptionsBuilder().parent(given).forks(1).addProfiler(ProcessorTime.class);
            new Runner(options.build()).run().forEach(comparison::add);
            comparison.print(round);
        }
    }

    private void add(RunResult result) {
        var name = result.getParams().getBenchmark();
        int dot = name.lastIndexOf('.');
        var parameters = new StringBuilder(name.substring(name.lastIndexOf('.', dot - 1) + 1, dot));
        for (String key : result.getParams().getParamsKeys()) {
            parameters.append(' ').append(key).append('=').append(result.getParams().getParam(key));
        }
        var times =
                byClass.computeIfAbsent(parameters.toString(), _ -> new TreeMap<>())
                        .computeIfAbsent(name.substring(dot + 1), _ -> new Times());
        int operations = result.getParams().getMeasurement().getBatchSize();
        times.elapsed.add(median(result.getPrimaryResult()) / operations);
        times.processor.add(
                median(Objects.requireNonNull(result.getSecondaryResults().get(ProcessorTime.NAME)))
                        / operations);
    }

    /** Of the iterations: in some of them the compiler is at work. */
    private static double median(Result<?> result) {
        return result.getStatistics().getPercentile(50);
    }

    private void print(int rounds) {
        System.out.printf(Locale.ROOT, "%nAfter %d rounds; ratios are first / this%n", rounds);
        byClass.forEach(
                (name, benchmarks) -> {
                    System.out.println(name);
                    var first = benchmarks.values().iterator().next();
                    benchmarks.forEach((benchmark, times) -> print(benchmark, times, first));
                });
    }

    private static void print(String name, Times times, Times first) {
        System.out.printf(
                Locale.ROOT,
                "  %-22s %12.1f us/op  ratio %s   processor %12.1f us/op  ratio %s%n",
                name,
                mean(times.elapsed),
                ratio(first.elapsed, times.elapsed),
                mean(times.processor),
                ratio(first.processor, times.processor));
    }

    private static String ratio(List<Double> first, List<Double> second) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < first.size(); i++) {
            ratios.add(first.get(i) / second.get(i));
        }
        double mean = mean(ratios);
        double squares = 0;
        for (double ratio : ratios) {
            squares += (ratio - mean) * (ratio - mean);
        }
        int count = ratios.size();
        double error = count < 2 ? 0 : Math.sqrt(squares / (count - 1) / count);
        return String.format(Locale.ROOT, "%.3f +- %.3f", mean, error);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
