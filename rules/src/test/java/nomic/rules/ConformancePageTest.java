package nomic.rules;

import nomic.game.Command;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/** The page of the conformance suite is made of the titles of its games. */
final class ConformancePageTest {
    private static final String HEAD =
            """
            # The conformance suite

            Does this server play Nomic? For each of the 29 rules of the ruleset `suber` there are scripted games that hold the rule, in which it does what it says, and games that break it: somebody tries to, or a change would, and is refused, overruled, voided, or goes to the Judge.

            Each game is one short file that needs no knowledge of Java: a title, the players, their moves, and after each move what must happen (`expect`), what must not (`not`), or who refuses it and why (`refused`). [Scripted games](scripts.md) describes the format, and `nomic play FILE` plays one. What each rule says, and its program, is in [Suber's rules as programs](suber.md).

            The games are played by `ConformanceTest`, which prints this table as its result:

            """;
    private static final String TAIL =
            """

            This page is made of the games in `rules/src/test/resources/conformance`; `ConformancePageTest` holds it to them.
            """;

    @Test
    void the_page_lists_every_game() throws IOException {
        new WrittenPage("conformance.md").says(page());
    }

    private static String page() {
        var table = new ConformanceTable(ConformanceGame.all());
        var page = new StringBuilder(HEAD).append(table.markdown());
        for (Command.FoundingRule rule : ConformanceGame.rules()) {
            page.append("\n## %d. %s\n".formatted(rule.number(), rule.title()));
            append(page, "Held:", true, table.of(rule.number()));
            append(page, "Broken:", false, table.of(rule.number()));
        }
        return page.append(TAIL).toString();
    }

    private static void append(
            StringBuilder page, String head, boolean held, List<ConformanceGame> games) {
        page.append('\n').append(head).append('\n');
        games.stream()
                .filter(game -> game.held() == held)
                .forEach(game -> page.append("- [%s](%s)\n".formatted(game.title(), game.link())));
    }
}
