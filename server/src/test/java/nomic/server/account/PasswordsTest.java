package nomic.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.server.work.Workers;

import org.junit.jupiter.api.Test;

import java.util.Objects;

final class PasswordsTest {
    @Test
    void a_wrong_name_is_as_much_work_as_a_wrong_password() {
        try (var workers = new Workers("password", 1, 4)) {
            var passwords = new Passwords(workers);
            String hash = Objects.requireNonNull(passwords.hash("correct horse"));

            assertThat(passwords.held(null))
                    .usingRecursiveComparison()
                    .ignoringFields("salt", "hash")
                    .isEqualTo(passwords.held(hash));
            assertThat(passwords.held(null).hash()).hasSameSizeAs(passwords.held(hash).hash());
            assertThat(passwords.matches(hash, "correct horse")).isTrue();
            assertThat(passwords.matches(hash, "wrong")).isFalse();
            assertThat(passwords.matches(null, "correct horse")).isFalse();
        }
    }
}
