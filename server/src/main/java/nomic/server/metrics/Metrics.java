package nomic.server.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import nomic.code.RuleCompiler;
import nomic.game.Decider;
import nomic.log.GameLog;

import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** All numbers of one server. Safe for use by many threads. */
public final class Metrics implements AutoCloseable {
    /** The type of what {@link #text} gives. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Duration[] STEPS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** The log, whose appends are counted and timed. */
    public GameLog of(GameLog log) {
        return new CountedLog(log, registry, timer("nomic.append", "Appending a decided command"));
    }

    /** The rules, whose decisions are timed. */
    public Decider of(Decider decider) {
        Timer timer = timer("nomic.decide", "Deciding a command");
        return (state, envelope) -> timer.record(() -> decider.decide(state, envelope));
    }

    /** The checker, whose checks are timed. */
    public RuleCompiler of(RuleCompiler compiler) {
        Timer timer = timer("nomic.check", "Checking the code of a rule");
        return source -> timer.record(() -> compiler.compile(source));
    }

    private Timer timer(String name, String what) {
        return Timer.builder(name)
                .description(what)
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    /** A number that is asked for when it is read; it must not block for long. */
    public <T> void gauge(
            String name, String what, String tag, String value, T of, ToDoubleFunction<T> number) {
        Gauge.builder(name, of, number)
                .description(what)
                .tag(tag, value)
                .strongReference(true)
                .register(registry);
    }

    /** The same without a tag. */
    public <T> void gauge(String name, String what, T of, ToDoubleFunction<T> number) {
        Gauge.builder(name, of, number).description(what).strongReference(true).register(registry);
    }

    /** A number that only grows, and is asked for when it is read. */
    public <T> void count(
            String name, String what, String tag, String value, T of, ToDoubleFunction<T> number) {
        FunctionCounter.builder(name, of, number)
                .description(what)
                .tag(tag, value)
                .register(registry);
    }

    /** All of them, in the text format of Prometheus. */
    public String text() {
        return registry.scrape(MEDIA_TYPE);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
