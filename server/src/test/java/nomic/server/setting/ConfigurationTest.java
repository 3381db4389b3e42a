package nomic.server.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

final class ConfigurationTest {
    @TempDir Path folder;

    private Configuration read(Map<Setting, String> flags, Map<String, String> environment) {
        return Configuration.read(flags, environment, folder);
    }

    private void dotEnv(String text) throws IOException {
        Files.writeString(folder.resolve(".env"), text);
    }

    private void file(String text) throws IOException {
        Path file = folder.resolve("data").resolve("nomic.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void each_setting_is_standard_where_nothing_is_given() {
        Configuration given = read(Map.of(), Map.of());

        assertThat(given.whole(Setting.PORT)).isEqualTo(8080);
        assertThat(given.data()).isEqualTo(Path.of("data"));
        assertThat(given.isOn(Setting.BEHIND_PROXY)).isFalse();
        assertThat(given.text(Setting.MAIL)).isNull();
        assertThat(given.file()).isNull();
    }

    @Test
    void flags_go_before_environment_before_dot_env_before_the_file() throws IOException {
        file("port=1\nhost=file\nworkers=1\nworker-heap=101\n");
        dotEnv("NOMIC_PORT=2\nNOMIC_HOST=dotenv\nNOMIC_WORKERS=2\n");
        Configuration given =
                read(
                        Map.of(Setting.PORT, "4"),
                        Map.of("NOMIC_PORT", "3", "NOMIC_HOST", "environment"));

        assertThat(given.whole(Setting.PORT)).isEqualTo(4);
        assertThat(given.text(Setting.HOST)).isEqualTo("environment");
        assertThat(given.whole(Setting.WORKERS)).isEqualTo(2);
        assertThat(given.whole(Setting.WORKER_HEAP)).isEqualTo(101);
    }

    @Test
    void the_file_may_be_elsewhere_and_say_where_the_data_is() throws IOException {
        Path other = Files.writeString(folder.resolve("my.properties"), "data=elsewhere\n");

        Configuration given = read(Map.of(), Map.of("NOMIC_CONFIG", "my.properties"));

        assertThat(given.data()).isEqualTo(Path.of("elsewhere"));
        assertThat(given.file()).isEqualTo(other);
    }

    @Test
    void a_file_in_the_data_folder_cannot_say_where_that_is() throws IOException {
        file("data=elsewhere\n");

        assertThatThrownBy(() -> read(Map.of(), Map.of()))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContainingAll("data in", "--data", "NOMIC_DATA");
    }

    @Test
    void quotes_comments_and_exports_in_dot_env_are_understood() throws IOException {
        dotEnv(
                """
                # for the shop
                POSTGRES_PASSWORD=not ours
                export NOMIC_HOST = "127.0.0.1"

                NOMIC_MAIL_FROM='Nomic <nomic@example.org>'
                NOMIC_WORKERS=
                """);
        Configuration given = read(Map.of(), Map.of());

        assertThat(given.text(Setting.HOST)).isEqualTo("127.0.0.1");
        assertThat(given.text(Setting.MAIL_FROM)).isEqualTo("Nomic <nomic@example.org>");
        assertThat(given.text(Setting.WORKERS)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "NOMIC_PROT=1 | NOMIC_PROT in .env is no setting; did you mean NOMIC_PORT?",
                "NOMIC_PORT | Line 1 of",
                "NOMIC_HOST='a' b | Line 1 of",
                "NOMIC_PORT=99999 | NOMIC_PORT in .env is '99999': it has to be a whole number"
                        + " from 0 to 65535",
            })
    void what_is_wrong_in_dot_env_is_told(String text, String told) throws IOException {
        dotEnv(text);

        assertThatThrownBy(() -> read(Map.of(), Map.of()))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "prot=1 | is no setting; did you mean port?",
                "port=1\\nport=2 | port stands twice in",
                "port=x | nomic.properties is 'x': it has to be a whole number from 0 to 65535",
                "config=x | config in",
                "behind-proxy=yes | is 'yes': it has to be true or false",
                "cors=https://a.example, b.example | 'b.example' in it has to be an origin",
                "limits=fuel=5 | fuel is 5: it may be from 200000 to 500000000",
                "rates=talks=5 | 'talks=5' is no NAME=N; names are address, account,",
                "mail=mail.example.org | it has to be smtp://HOST[:PORT] or smtps://",
                "database=jdbc:mysql://host/x?password=secret | is 'jdbc:mysql://host/x?...': it",
                "host=\\\\u00 | Cannot read the settings in"
            })
    void what_is_wrong_in_the_file_is_told(String text, String told) throws IOException {
        file(text.replace("\\n", "\n").replace("\\\\", "\\"));

        assertThatThrownBy(() -> read(Map.of(), Map.of()))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining(told)
                .hasMessageNotContaining("secret");
    }

    @Test
    void what_is_wrong_is_told_even_where_something_goes_before_it() throws IOException {
        file("port=x\n");

        assertThatThrownBy(() -> read(Map.of(Setting.PORT, "1"), Map.of()))
                .isInstanceOf(WrongSetting.class);
    }

    @Test
    void a_file_that_is_named_has_to_be_there_and_to_be_text() throws IOException {
        Files.writeString(folder.resolve("old"), "host=\u00e9\n", ISO_8859_1);

        for (String name : new String[] {"none", "old"}) {
            assertThatThrownBy(() -> read(Map.of(Setting.CONFIG, name), Map.of()))
                    .isInstanceOf(WrongSetting.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void names_of_others_in_the_environment_are_passed_over() {
        Map<String, String> kubernetes = Map.of("NOMIC_SERVICE_HOST", "10.0.0.1", "PATH", "/bin");

        assertThat(read(Map.of(), kubernetes).text(Setting.HOST)).isNull();
    }

    @Test
    void a_secret_is_in_no_message() {
        assertThatThrownBy(
                        () -> read(Map.of(), Map.of("NOMIC_MAIL_PASSWORD", "secret\u0007secret")))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("NOMIC_MAIL_PASSWORD in the environment")
                .hasMessageNotContaining("secret");
    }

    @Test
    void user_and_password_of_the_database_are_encoded_into_its_url() {
        Map<String, String> login =
                Map.of("NOMIC_DATABASE_USER", "nomic", "NOMIC_DATABASE_PASSWORD", "a&b=c d");

        assertThat(read(Map.of(Setting.DATABASE, "jdbc:postgresql://db/nomic"), login).database())
                .startsWith("jdbc:postgresql://db/nomic?")
                .contains("user=nomic", "password=a%26b%3Dc+d");
        assertThatThrownBy(() -> read(Map.of(), login).database())
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("PostgreSQL");
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void a_standard_that_is_a_value_is_allowed(Setting setting) {
        boolean isValue = !setting.standard().contains(" ") && !setting.standard().equals("none");

        assertThat(isValue ? setting.form().wrong(setting.standard()) : null).isNull();
    }
}
