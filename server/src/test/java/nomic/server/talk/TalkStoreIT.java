package nomic.server.talk;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.log.GameId;
import nomic.server.account.Accounts;
import nomic.server.notice.Notices;
import nomic.server.store.Database;
import nomic.server.store.Postgres;
import nomic.server.talk.Talk.Posted;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

final class TalkStoreIT {
    private static final GameId GAME = new GameId("g");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir Path folder;

    private Database open(String product) {
        return Database.open(
                product.equals("H2") ? Database.urlIn(folder) : Postgres.newDatabase());
    }

    private static Notices notices(Database database) {
        return new Notices(
                database.sessions(),
                new Accounts(database.sessions(), () -> NOON),
                (_, _, _) -> {});
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void who_reads_on_misses_nothing_that_many_say_at_once(String product) throws Exception {
        try (Database database = open(product);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            // a server of its own for each half of the people
            var rooms = new Rooms(database.sessions());
            var talks =
                    List.of(
                            new Talk(database.sessions(), rooms, notices(database), () -> NOON),
                            new Talk(database.sessions(), rooms, notices(database), () -> NOON));
            var posted = new ArrayList<Future<Posted>>();
            for (int i = 0; i < 40; i++) {
                Talk talk = talks.get(i % 2);
                var draft = new Draft("p" + i, 0, "m" + i);
                posted.add(people.submit(() -> talk.post(GAME, "c", draft, List.of())));
            }
            var read = new ArrayList<Long>();
            while (read.size() < 40) {
                long last = read.isEmpty() ? 0 : read.getLast();
                talks.getFirst().changedAfter(GAME, last, 7).forEach(m -> read.add(m.changed()));
            }
            for (Future<Posted> each : posted) {
                assertThat(each.get()).isInstanceOf(Posted.Said.class);
            }

            assertThat(read).doesNotHaveDuplicates().isSorted().hasSize(40);
            assertThat(rooms.last(GAME)).isEqualTo(40);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void a_message_is_said_once_changed_and_forgotten(String product) {
        try (Database database = open(product)) {
            var rooms = new Rooms(database.sessions());
            var talk = new Talk(database.sessions(), rooms, notices(database), () -> NOON);
            var draft = new Draft("ann", 301, "🎲".repeat(2000));

            Posted first = talk.post(GAME, "c", draft, List.of());

            assertThat(talk.post(GAME, "c", draft, List.of())).isEqualTo(first);
            assertThat(talk.post(GAME, "c", new Draft("ann", 301, "No"), List.of()))
                    .isInstanceOf(Posted.IdReused.class);
            assertThat(talk.post(GAME, "c", new Draft("bob", 0, "No"), List.of()))
                    .isInstanceOf(Posted.Said.class);
            talk.hide(GAME, 1, Message.Remover.MASTER, "Spam.");
            assertThat(talk.changedAfter(GAME, 2, 10))
                    .extracting(Message::text)
                    .containsExactly((String) null);
            talk.forget("ann");
            talk.show(GAME, 1);
            assertThat(talk.find(GAME, 1)).extracting(Message::text).isNull();
            assertThat(talk.of("ann")).isEmpty();
            assertThat(talk.of("bob")).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void a_mute_ends_by_itself_and_a_report_is_kept_once(String product) {
        try (Database database = open(product)) {
            var now = new AtomicReference<>(NOON);
            var rooms = new Rooms(database.sessions());
            var talk = new Talk(database.sessions(), rooms, notices(database), now::get);
            var moderation = new Moderation(database.sessions(), now::get);
            moderation.mute(GAME, "ann", "Shouting.", null);
            moderation.mute(GAME, "ann", "Shouting.", Duration.ofMinutes(1));

            assertThat(moderation.mute(GAME, "ann")).isNotNull();
            now.set(NOON.plusSeconds(60));
            assertThat(moderation.mute(GAME, "ann")).isNull();
            assertThat(moderation.mutes(GAME)).isEmpty();

            var said =
                    (Posted.Said) talk.post(GAME, "c", new Draft("ann", 0, "Rubbish"), List.of());
            moderation.report(GAME, said.message(), "bob", "Not true.");
            moderation.report(GAME, said.message(), "bob", "Again.");
            assertThat(moderation.open(GAME, 0, 10))
                    .extracting(Report::reason)
                    .containsExactly("Not true.");
            moderation.close(GAME.value(), said.message().number());
            assertThat(moderation.open(GAME, 0, 10)).isEmpty();
            assertThat(moderation.all(0, 10)).hasSize(1);
            assertThat(moderation.by("bob")).hasSize(1);
            moderation.forget("ann");
            assertThat(moderation.all(0, 10)).isEmpty();
        }
    }
}
