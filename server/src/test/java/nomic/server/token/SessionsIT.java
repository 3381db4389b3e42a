package nomic.server.token;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import nomic.server.account.Account;
import nomic.server.account.Accounts;
import nomic.server.account.Accounts.Registered;
import nomic.server.store.Database;
import nomic.server.store.Postgres;
import nomic.server.token.Sessions.Granted;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

final class SessionsIT {
    private static final int ROUNDS = 20;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Set<Scope> SCOPES = Set.of(Scope.GAME_READ, Scope.ACCOUNT);

    @TempDir Path folder;

    private Instant now = NOON;

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void each_refresh_token_is_good_once_and_a_second_time_ends_the_log_in(String product) {
        try (Database database = open(product)) {
            var sessions = new Sessions(database.sessions(), () -> now);
            Account ann = account(database, "ann");
            Granted first = sessions.open(ann, SCOPES, "test");
            now = NOON.plusSeconds(60);
            Granted second = requireNonNull(sessions.refresh(first.refreshToken()));

            assertThat(second.session()).isEqualTo(first.session());
            assertThat(second.scopes()).isEqualTo(SCOPES);
            assertThat(second.account().name()).isEqualTo("ann");
            assertThat(sessions.account(first.session())).isNotNull();
            assertThat(sessions.of(ann.id()).getFirst().used).isEqualTo(now);

            assertThat(sessions.refresh(first.refreshToken())).isNull();
            assertThat(sessions.account(first.session())).isNull();
            assertThat(sessions.refresh(second.refreshToken())).isNull();
            assertThat(sessions.of(ann.id())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void of_many_who_send_one_refresh_token_at_once_at_most_one_gets_the_next(String product)
            throws InterruptedException, ExecutionException {
        try (Database database = open(product);
                var threads = Executors.newFixedThreadPool(4)) {
            var sessions = new Sessions(database.sessions(), () -> now);
            Account ann = account(database, "ann");
            for (int round = 0; round < ROUNDS; round++) {
                Granted granted = sessions.open(ann, SCOPES, "test");
                Callable<@Nullable Granted> refresh =
                        () -> sessions.refresh(granted.refreshToken());

                var all = threads.invokeAll(List.of(refresh, refresh, refresh, refresh));

                var won = all.stream().map(SessionsIT::result).filter(Objects::nonNull).toList();
                assertThat(won).hasSizeLessThanOrEqualTo(1);
                assertThat(sessions.account(granted.session())).isNull();
            }
        }
    }

    private static @Nullable Granted result(Future<@Nullable Granted> future) {
        return future.resultNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void a_log_in_ends_when_it_has_not_been_used_for_a_month(String product) {
        try (Database database = open(product)) {
            var sessions = new Sessions(database.sessions(), () -> now);
            Account ann = account(database, "ann");
            Granted used = sessions.open(ann, SCOPES, "phone");
            Granted idle = sessions.open(ann, SCOPES, "tablet");
            now = NOON.plus(Duration.ofDays(20));
            Granted renewed = requireNonNull(sessions.refresh(used.refreshToken()));
            now = NOON.plus(Sessions.IDLE);

            assertThat(sessions.account(used.session())).isNotNull();
            assertThat(sessions.account(idle.session())).isNull();
            assertThat(sessions.refresh(idle.refreshToken())).isNull();
            assertThat(sessions.of(ann.id())).extracting(s -> s.client).containsExactly("phone");
            assertThat(sessions.refresh(renewed.refreshToken())).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void log_ins_end_for_their_owner_only_and_have_a_bound(String product) {
        try (Database database = open(product)) {
            var sessions = new Sessions(database.sessions(), () -> now);
            Account ann = account(database, "ann");
            Account bob = account(database, "bob");
            Granted first = sessions.open(ann, SCOPES, "first");

            assertThat(sessions.end(bob.id(), first.session())).isFalse();
            for (int i = 0; i < Sessions.MOST; i++) {
                now = now.plusSeconds(1);
                sessions.open(ann, SCOPES, "one of many");
            }
            assertThat(sessions.of(ann.id())).hasSize(Sessions.MOST);
            assertThat(sessions.account(first.session())).isNull();
            Granted last = sessions.open(ann, SCOPES, "last");
            sessions.endAll(ann.id(), last.session());
            assertThat(sessions.of(ann.id())).extracting(s -> s.client).containsExactly("last");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void a_personal_token_is_found_by_its_text_until_it_expires(String product) {
        try (Database database = open(product)) {
            var tokens = new ApiTokens(database.sessions(), () -> now);
            Account ann = account(database, "ann");
            var made = requireNonNull(tokens.make(ann, "bot", SCOPES, Duration.ofDays(1)));

            assertThat(made.token().hash).doesNotContain(made.text());
            assertThat(requireNonNull(tokens.byText(made.text())).account.id()).isEqualTo(ann.id());
            assertThat(tokens.of(ann.id()).getFirst().used).isEqualTo(NOON);
            assertThat(tokens.byText(made.text() + "x")).isNull();
            now = NOON.plus(Duration.ofDays(1));
            assertThat(tokens.byText(made.text())).isNull();
            assertThat(tokens.of(ann.id())).isEmpty();
        }
    }

    private static Account account(Database database, String name) {
        var accounts = new Accounts(database.sessions(), () -> NOON);
        return ((Registered.Created) accounts.create(name, "hash", false)).account();
    }

    private Database open(String product) {
        return Database.open(
                product.equals("H2") ? Database.urlIn(folder) : Postgres.newDatabase());
    }
}
