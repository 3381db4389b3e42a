package nomic.server.hook;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import nomic.server.notice.Kind;
import nomic.server.notice.Notice;
import nomic.server.store.Database;
import nomic.server.store.Postgres;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

final class OutboxIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Sender.Sent NOT = new Sender.Sent.Answered(500);

    @TempDir Path folder;

    private volatile Instant now = NOON;

    private Database open(String product) {
        return Database.open(
                product.equals("H2") ? Database.urlIn(folder) : Postgres.newDatabase());
    }

    private static UUID hook(Hooks hooks) {
        var wish = new Wish("https://example.org/", List.of("turn"), null);
        return requireNonNull(hooks.make("ann", wish)).hook().id();
    }

    private static Delivery newest(Hooks hooks, UUID hook) {
        return requireNonNull(hooks.deliveries("ann", hook, Long.MAX_VALUE, 1)).getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void of_several_couriers_one_makes_an_attempt(String product) throws Exception {
        try (Database database = open(product);
                var couriers = Executors.newVirtualThreadPerTaskExecutor()) {
            var hooks = new Hooks(database.sessions(), () -> now);
            UUID hook = hook(hooks);
            for (int i = 0; i < 20; i++) {
                hooks.ping("ann", hook);
            }
            Callable<List<Long>> courier =
                    () -> {
                        var outbox = new Outbox(database.sessions(), () -> now);
                        var taken = new ArrayList<Long>();
                        for (int i = 0; i < 40; i++) {
                            Attempt attempt = outbox.take(Set.of());
                            if (attempt != null) {
                                taken.add(attempt.number());
                            }
                        }
                        return taken;
                    };
            var all = new ArrayList<Long>();
            for (var each : couriers.invokeAll(List.of(courier, courier, courier))) {
                all.addAll(each.get());
            }

            assertThat(all).hasSize(20).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void an_attempt_whose_process_died_is_made_again(String product) {
        try (Database database = open(product)) {
            var hooks = new Hooks(database.sessions(), () -> now);
            var outbox = new Outbox(database.sessions(), () -> now);
            UUID hook = hook(hooks);
            hooks.ping("ann", hook);
            Attempt first = requireNonNull(outbox.take(Set.of()));
            assertThat(outbox.take(Set.of())).isNull();

            now = now.plus(Duration.ofMinutes(2));

            assertThat(outbox.take(Set.of("ann"))).as("another of hers is under way").isNull();
            Attempt second = requireNonNull(outbox.take(Set.of()));
            assertThat(second.id()).isEqualTo(first.id());
            assertThat(second.count()).isEqualTo(2);
            outbox.note(first, NOT);
            assertThat(newest(hooks, hook).error()).as("it is too late").isNull();
            outbox.note(second, new Sender.Sent.Answered(200));
            assertThat(newest(hooks, hook).status()).isEqualTo(Delivery.Status.DELIVERED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void it_is_tried_eight_times_and_then_given_up(String product) {
        try (Database database = open(product)) {
            var hooks = new Hooks(database.sessions(), () -> now);
            var outbox = new Outbox(database.sessions(), () -> now);
            UUID hook = hook(hooks);
            hooks.ping("ann", hook);
            for (Duration delay : Outbox.DELAYS) {
                outbox.note(requireNonNull(outbox.take(Set.of())), NOT);
                assertThat(newest(hooks, hook).next()).isEqualTo(now.plus(delay));
                now = now.plus(delay).minusSeconds(1);
                assertThat(outbox.take(Set.of())).isNull();
                now = now.plusSeconds(1);
            }
            Sender.Sent unreachable = new Sender.Sent.Failed("the host does not answer");
            outbox.note(requireNonNull(outbox.take(Set.of())), unreachable);

            Delivery last = newest(hooks, hook);
            assertThat(last.status()).isEqualTo(Delivery.Status.FAILED);
            assertThat(last.attempts()).isEqualTo(8);
            assertThat(last.error()).isEqualTo("the host does not answer");
            assertThat(hooks.of("ann").getFirst().failing()).isEqualTo(NOON);
            assertThat(hooks.of("ann").getFirst().disabled()).isNull();
            outbox.sweep();
            assertThat(hooks.deliveries("ann", hook, Long.MAX_VALUE, 9)).hasSize(1);
            now = now.plus(Duration.ofDays(31));
            outbox.sweep();
            assertThat(hooks.deliveries("ann", hook, Long.MAX_VALUE, 9)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void who_fails_for_three_days_is_called_no_more(String product) {
        try (Database database = open(product)) {
            var hooks = new Hooks(database.sessions(), () -> now);
            var outbox = new Outbox(database.sessions(), () -> now);
            UUID hook = hook(hooks);
            hooks.ping("ann", hook);
            outbox.note(requireNonNull(outbox.take(Set.of())), NOT);
            now = now.plus(Duration.ofDays(3)).plusSeconds(1);
            hooks.ping("ann", hook);

            outbox.note(requireNonNull(outbox.take(Set.of())), NOT);

            assertThat(hooks.of("ann").getFirst().disabled()).isNotNull();
            assertThat(hooks.deliveries("ann", hook, Long.MAX_VALUE, 9))
                    .extracting(Delivery::status)
                    .containsOnly(Delivery.Status.FAILED);
            assertThat(requireNonNull(hooks.enable("ann", hook)).disabled()).isNull();
            hooks.forget("ann");
            assertThat(hooks.of("ann")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void who_lets_a_thousand_calls_wait_is_called_no_more(String product) {
        try (Database database = open(product)) {
            var hooks = new Hooks(database.sessions(), () -> now);
            var intake = new Intake(() -> now);
            UUID hook = hook(hooks);
            var notice = new Notice(1, Kind.TURN, "a game", NOON, 1L, null, null, null, null);
            database.sessions()
                    .inStatelessTransaction(
                            session -> {
                                for (int i = 0; i < Intake.MOST_WAITING; i++) {
                                    intake.take(session, "ann", notice);
                                }
                            });
            assertThat(hooks.of("ann").getFirst().disabled()).isNull();
            for (int i = 0; i < 2; i++) {
                database.sessions().inStatelessTransaction(s -> intake.take(s, "ann", notice));
            }

            assertThat(hooks.of("ann").getFirst().disabled()).contains("1000 calls wait");
            assertThat(newest(hooks, hook).number()).isEqualTo(Intake.MOST_WAITING);
        }
    }
}
