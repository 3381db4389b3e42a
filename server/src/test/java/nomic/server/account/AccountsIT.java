package nomic.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import nomic.server.account.Accounts.Registered;
import nomic.server.store.Database;
import nomic.server.store.Postgres;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

final class AccountsIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void an_account_is_found_by_name_in_any_case_and_by_id(String product) {
        try (Database database = open(product)) {
            Accounts accounts = new Accounts(database.sessions(), () -> NOON);
            var created = (Registered.Created) accounts.create("Ann", "hash", false);

            Account ann = requireNonNull(accounts.byName("aNN"));
            assertThat(ann.name()).isEqualTo("Ann");
            assertThat(ann.passwordHash()).isEqualTo("hash");
            assertThat(ann.createdAt()).isEqualTo(NOON);
            assertThat(ann.id()).isEqualTo(created.account().id());
            assertThat(accounts.byId(ann.id())).isNotNull();
            assertThat(accounts.byName("bob")).isNull();
            assertThat(accounts.byId(UUID.randomUUID())).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void a_name_is_taken_once_whatever_its_case(String product) {
        try (Database database = open(product)) {
            Accounts accounts = new Accounts(database.sessions(), () -> NOON);
            accounts.create("Ann", "hash", false);

            assertThat(accounts.create("ann", "other", false))
                    .isEqualTo(new Registered.NameTaken());
            assertThat(accounts.create("\uFF21nn", "other", false))
                    .isEqualTo(new Registered.NameTaken());
            assertThat(accounts.create("anne", "other", false))
                    .isInstanceOf(Registered.Created.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void an_account_changes_and_is_deleted_but_for_its_name(String product) {
        try (Database database = open(product)) {
            Accounts accounts = new Accounts(database.sessions(), () -> NOON);
            Account ann = ((Registered.Created) accounts.create("ann", "hash", true)).account();

            assertThat(accounts.changePassword(ann, "better")).isTrue();
            assertThat(accounts.changePassword(ann, "worse")).isFalse();
            accounts.setEmail(ann.id(), "ann@example.org");
            accounts.setAdministrator(ann.id(), true);
            accounts.suspend(ann.id(), "Spam.");
            Account changed = requireNonNull(accounts.byName("ann"));
            assertThat(changed.passwordHash()).isEqualTo("better");
            assertThat(changed.email()).isEqualTo("ann@example.org");
            assertThat(changed.administrator()).isTrue();
            assertThat(changed.suspension()).isEqualTo("Spam.");
            assertThat(changed.suspendedAt()).isEqualTo(NOON);
            accounts.setEmail(ann.id(), null);
            accounts.liftSuspension(ann.id());
            assertThat(requireNonNull(accounts.byId(ann.id())).suspension()).isNull();
            assertThat(requireNonNull(accounts.byId(ann.id())).email()).isNull();
            assertThat(accounts.bots(Set.of("ann", "bob"))).containsExactly("ann");

            accounts.delete(ann.id());
            assertThat(accounts.byName("ann")).isNull();
            assertThat(accounts.page("", 10)).isEmpty();
            assertThat(requireNonNull(accounts.byId(ann.id())).passwordHash()).isEmpty();
            assertThat(accounts.create("ann", "x", false)).isEqualTo(new Registered.NameTaken());
            assertThat(accounts.create("Anñ", "x", false)).isInstanceOf(Registered.Created.class);
        }
    }

    private Database open(String product) {
        return Database.open(
                product.equals("H2") ? Database.urlIn(folder) : Postgres.newDatabase());
    }
}
