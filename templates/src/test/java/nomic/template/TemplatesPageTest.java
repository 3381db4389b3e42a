package nomic.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/** The page of the templates is made of them; {@code -Dnomic.pages.write=true} writes it anew. */
final class TemplatesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "templates.md");
    private static final String HEAD =
            """
            # Templates of rules

            A template is a rule with places for values: choose one, fill in its parameters, and propose what comes out. You need not know the language of rules. What comes out is an ordinary rule, checked like any other, and players can amend it.

            ```sh
            nomic template list
            nomic template show dissent-bonus
            nomic template fill dissent-bonus amount=5 asset=points > dissent.drl
            nomic template fill price-list asset=points wares=@prices.csv > shop.drl
            nomic try dissent.drl
            ```

            Over HTTP: `GET /api/v1/templates` and `POST /api/v1/templates/{name}/text`, see [api.md](api.md#templates).

            Each value has a type. What does not fit is refused, with the parameter, the value and what is allowed:

            | type | a value is |
            |---|---|
            | `number` | a whole number within the bounds of the parameter |
            | `rule` | the number of a rule |
            | `asset` | small letters, digits and hyphens: `points`, `gold-coins` |
            | `word` | a word or a few: letters from a to z, digits, single blanks and hyphens |
            | `player` | the name of a player |
            | `choice` | one of a few words |
            | `rows` | a table: a line with the names of the columns, and a line for each row, with commas between the values; each column has a type of its own |

            Quotes, line breaks, signs of code, and letters that look like others fit nowhere, so a value cannot become code.

            """;

    @Test
    void the_page_shows_every_template() throws IOException {
        var page = new StringBuilder(HEAD);
        var templates = Templates.onClassPath();
        page.append("| template | |\n|---|---|\n");
        for (Template template : templates.all()) {
            page.append(
                    "| [%s](#%s) | %s |\n"
                            .formatted(template.name(), template.name(), template.title()));
        }
        templates.all().forEach(template -> page.append(section(templates, template)));
        page.append(
                "\n"
                    + "This page is made of the files in"
                    + " `templates/src/main/resources/nomic/template`; `TemplatesPageTest` holds it"
                    + " to them.\n");
        if (Boolean.getBoolean("nomic.pages.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/templates.md; run the test with -Dnomic.pages.write=true")
                .isEqualTo(page.toString());
    }

    private static String section(Templates templates, Template template) {
        var values = new LinkedHashMap<String, String>();
        var section = new StringBuilder("\n## " + template.name() + "\n\n");
        section.append(template.description()).append("\n\n");
        section.append("| parameter | type | what it is | allowed |\n|---|---|---|---|\n");
        for (Parameter parameter : template.parameters()) {
            values.put(parameter.name(), parameter.example());
            section.append(row("", parameter));
            if (parameter.type() instanceof ValueType.Rows rows) {
                rows.columns()
                        .forEach(column -> section.append(row(parameter.name() + ": ", column)));
            }
        }
        var text = (Filling.Text) templates.fill(template, values);
        section.append("\nFilled in with ");
        section.append(
                String.join(
                        ", ",
                        values.entrySet().stream()
                                .map(it -> "`%s=%s`".formatted(it.getKey(), oneLine(it.getValue())))
                                .toList()));
        return section.append(":\n\n> **")
                .append(text.title())
                .append(".** ")
                .append(text.prose().replace("\n", "\n> "))
                .append("\n\n```\n")
                .append(text.code())
                .append("```\n\nPlayed in [a scripted game](../templates/src/test/resources/nomic/")
                .append("template/games/%s.yaml).\n".formatted(template.name()))
                .toString();
    }

    private static String row(String of, Parameter parameter) {
        return "| %s`%s` | %s | %s | %s |\n"
                .formatted(
                        of,
                        parameter.name(),
                        parameter.type().kind(),
                        parameter.meaning(),
                        parameter.type().allowed());
    }

    private static String oneLine(String value) {
        return value.replace("\n", "\\n");
    }
}
