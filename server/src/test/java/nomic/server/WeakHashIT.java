package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.server.account.Account;
import nomic.server.account.Accounts;
import nomic.server.store.Database;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Function;

final class WeakHashIT {
    @TempDir Path data;

    @Test
    void a_password_that_was_hashed_with_less_work_is_hashed_anew_at_the_next_log_in() {
        try (Server server = Server.start(Settings.local(data))) {
            new Api(server.uri()).person("ann");
        }
        String weak = weak("secret of ann");
        stored(accounts -> accounts.setPassword(ann(accounts).id(), weak));
        try (Server server = Server.start(Settings.local(data))) {
            var api = new Api(server.uri());
            api.form("/api/v1/token", "grant_type=password&username=ann&password=wrong")
                    .problem(400, "invalid-grant");
            api.login("ann");
            api.login("ann");
        }
        String hash = stored(accounts -> ann(accounts).passwordHash());
        assertThat(weak).startsWith("$argon2id$v=19$m=1024,t=1,p=1$");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    private static Account ann(Accounts accounts) {
        return Objects.requireNonNull(accounts.byName("ann"));
    }

    private <T> T stored(Function<Accounts, T> work) {
        try (Database database = Database.open(Database.urlIn(data))) {
            return work.apply(new Accounts(database.sessions(), Clock.systemUTC()));
        }
    }

    private static String weak(String password) {
        byte[] salt = new byte[16];
        byte[] hash = new byte[32];
        var argon2 = new Argon2BytesGenerator();
        argon2.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(1024)
                        .withIterations(1)
                        .withParallelism(1)
                        .withSalt(salt)
                        .build());
        argon2.generateBytes(password.toCharArray(), hash);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=1024,t=1,p=1$%s$%s"
                .formatted(base64.encodeToString(salt), base64.encodeToString(hash));
    }
}
