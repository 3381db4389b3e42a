package nomic.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import nomic.game.Command;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/**
 * The chapter on Suber's rules is made of the files of the ruleset, of what {@code rules.yaml} says
 * about each of them, and of the titles of their games.
 */
final class SuberPageTest {
    private static final String HEAD =
            """
            # Suber's rules as programs

            The initial rules of Peter Suber's Nomic, in our words, each beside the program that this server runs for it. Rule and program are one file of the ruleset `suber`: players amend, repeal and transmute both together.

            Before each rule stands how much of it is executed: **E**, all of it; **E/H**, a mechanical part, while the rest is left to people; **H**, nothing, people keep it. People who disagree call for [judgment](#212-disputes-go-to-a-judge). Where a rule has no program of its own, what it says is how the game is built, or what only people can do; the line says which.

            [Writing rules](guide.md) explains the language; [the conformance suite](conformance.md) shows each rule at work.

            """;
    private static final String TAIL =
            """

            This page is made of the files in `rules/src/main/resources/rulesets/suber` and of `rules/src/test/resources/conformance/rules.yaml`; `SuberPageTest` holds it to them.
            """;

    private final JsonNode notes = notes();

    private static JsonNode notes() {
        try {
            return new YAMLMapper()
                    .readTree(Files.readString(ConformanceGame.FOLDER.resolve("rules.yaml")));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the notes on the rules", e);
        }
    }

    @Test
    void the_page_has_every_rule_with_its_program() throws IOException {
        new WrittenPage("suber.md").says(page());
    }

    @Test
    void there_is_a_note_on_every_rule() {
        assertThat(notes.properties())
                .extracting(note -> Integer.valueOf(note.getKey()))
                .containsExactlyElementsOf(
                        ConformanceGame.rules().stream()
                                .map(Command.FoundingRule::number)
                                .toList());
        assertThat(notes).allSatisfy(note -> assertThat(kind(note)).isIn("E", "E/H", "H"));
    }

    private String page() {
        var page = new StringBuilder(HEAD);
        page.append("| rule | title | class | kind |\n|---|---|---|---|\n");
        for (Command.FoundingRule rule : ConformanceGame.rules()) {
            page.append(
                    "| [%d](#%s) | %s | %s | %s |\n"
                            .formatted(
                                    rule.number(),
                                    anchor(rule),
                                    rule.title(),
                                    rule.mutable() ? "mutable" : "immutable",
                                    kind(note(rule))));
        }
        ConformanceGame.rules().forEach(rule -> append(page, rule));
        return page.append(TAIL).toString();
    }

    private void append(StringBuilder page, Command.FoundingRule rule) {
        page.append("\n## %d. %s\n\n".formatted(rule.number(), rule.title()));
        JsonNode note = note(rule);
        page.append("**%s.** %s\n\n".formatted(kind(note), note.path("note").asText()));
        page.append(sideBySide(rule));
        List<ConformanceGame> games = ConformanceGame.of(rule.number());
        page.append("\nGames: ").append(links(games, true)).append("; broken: ");
        page.append(links(games, false)).append(".\n");
    }

    /** Two cells of HTML, since a table of Markdown holds no code of several lines. */
    private static String sideBySide(Command.FoundingRule rule) {
        String code =
                rule.code().isBlank()
                        ? "*No program.*"
                        : "```drl\n" + rule.code().strip() + "\n```";
        return """
        <table>
        <tr><th>in words</th><th>as a program</th></tr>
        <tr><td valign="top">

        %s

        </td><td valign="top">

        %s

        </td></tr>
        </table>
        """
                .formatted(rule.prose().strip(), code);
    }

    private static String links(List<ConformanceGame> games, boolean held) {
        return String.join(
                ", ",
                games.stream()
                        .filter(game -> game.held() == held)
                        .map(game -> "[%s](%s)".formatted(name(game), game.link()))
                        .toList());
    }

    private static String name(ConformanceGame game) {
        String file = game.file().getFileName().toString();
        return file.substring(file.indexOf('-') + 1, file.lastIndexOf('.')).replace('-', ' ');
    }

    private JsonNode note(Command.FoundingRule rule) {
        return notes.path(String.valueOf(rule.number()));
    }

    private static String kind(JsonNode note) {
        return note.path("kind").asText();
    }

    /** The anchor that a page of Markdown gives to a rule's heading. */
    private static String anchor(Command.FoundingRule rule) {
        return (rule.number() + " " + rule.title())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
    }
}
