package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.server.setting.Setting;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page of the settings is made of them; {@code -Dnomic.pages.write=true} writes it anew. */
final class SettingsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "settings.md");
    private static final String HEAD =
            """
            # Settings

            Everything that can be set for `nomic serve`. Each setting has one name, which is

            | where | as | |
            |---|---|---|
            | on the command line | `--worker-heap 512` | comes first |
            | in the environment | `NOMIC_WORKER_HEAP=512` | |
            | in the file `.env` of the working folder | `NOMIC_WORKER_HEAP=512` | quotes around a value are taken off |
            | in a file of settings | `worker-heap=512` | comes last, before the default |

            The file is the one that `config` names, or else `nomic.properties` in the data folder, if there is one. It is in UTF-8, in the format of
            [Java properties](https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)): `#` begins a comment, and
            a backslash is written twice. `data` is not in that file, since it says where the file is; with `config` it may be.
            An empty value in the environment or a file is the same as none. Passwords have no flag, since the list of processes would show them.

            What is wrong stops the start, even where something else comes before it, with a line that says where it stands and what is allowed:

                nomic: NOMIC_PORT in the environment is '80 80': it has to be a whole number from 0 to 65535
                nomic: prot in data/nomic.properties is no setting; did you mean port?; docs/settings.md lists all

            Variables of the environment that begin with `NOMIC_` and are no settings are passed over, since other programs set some; in `.env` they are an error.
            `nomic verify` and the other commands that open the database read the same file and environment, with the flags `--config`, `--data` and `--database`.

            | setting | value | default | allowed | meaning |
            |---|---|---|---|---|
            """;
    private static final String FOOT =
            """

            Options of the Java machine, such as `-Xmx2g`, stand in the variable `NOMIC_JAVA_OPTS` of the environment, which `bin/nomic` reads.

            This page is made of `Setting`; `SettingsPageTest` holds it to that.
            """;

    @Test
    void the_page_shows_every_setting() throws IOException {
        var page = new StringBuilder(HEAD);
        for (Setting setting : Setting.values()) {
            String placeholder = setting.isSwitch() ? "" : setting.placeholder();
            page.append(
                    "| <a id=\"%s\"></a>`%s`%s | %s | %s | %s | %s |\n"
                            .formatted(
                                    setting.word(),
                                    setting.word(),
                                    setting.isSecret() ? " (no flag)" : "",
                                    placeholder.isEmpty() ? "" : "`" + placeholder + "`",
                                    setting.standard().replace(",", ", "),
                                    setting.allowed(),
                                    setting.meaning()));
        }
        page.append(FOOT);
        if (Boolean.getBoolean("nomic.pages.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/settings.md; run the test with -Dnomic.pages.write=true")
                .isEqualTo(page.toString());
    }
}
