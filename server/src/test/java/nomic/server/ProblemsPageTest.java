package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.server.web.ProblemType;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page of the problems is made of them; {@code -Dnomic.pages.write=true} writes it anew. */
final class ProblemsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "problems.md");
    private static final String HEAD =
            """
            # Problems

            What can go wrong is answered with a problem document ([errors](api.md#errors)). Each row is one `type`, whose whole text is `/problems/` and the word in the first column; a server shows the same under that path.

            | type | status | when | what to do |
            |---|---|---|---|
            """;
    private static final String FOOT =
            """

            This page is made of `ProblemType`; `ProblemsPageTest` holds it to that.
            """;

    @Test
    void the_page_shows_every_type() throws IOException {
        var page = new StringBuilder(HEAD);
        for (ProblemType type : ProblemType.values()) {
            page.append(
                    "| <a id=\"%s\"></a>`%s` | %d | **%s.** %s | %s |\n"
                            .formatted(
                                    type.word(),
                                    type.word(),
                                    type.status(),
                                    type.title(),
                                    type.meaning(),
                                    type.nextStep()));
        }
        page.append(FOOT);
        if (Boolean.getBoolean("nomic.pages.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/problems.md; run the test with -Dnomic.pages.write=true")
                .isEqualTo(page.toString());
    }
}
