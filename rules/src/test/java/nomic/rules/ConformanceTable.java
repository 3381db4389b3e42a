package nomic.rules;

import nomic.game.Command;

import java.util.List;

/** The table of the suite in Markdown: for each rule how many games hold it and break it. */
record ConformanceTable(List<ConformanceGame> games) {
    private static final String HEAD =
            """
            | rule | title | held | broken |
            |---|---|--:|--:|
            """;

    String markdown() {
        var table = new StringBuilder(HEAD);
        for (Command.FoundingRule rule : ConformanceGame.rules()) {
            row(table, String.valueOf(rule.number()), rule.title(), of(rule.number()));
        }
        row(table, "", "all", games);
        return table.toString();
    }

    List<ConformanceGame> of(int rule) {
        return games.stream().filter(game -> game.rule() == rule).toList();
    }

    private static void row(
            StringBuilder table, String number, String title, List<ConformanceGame> games) {
        long held = games.stream().filter(ConformanceGame::held).count();
        table.append("| %s | %s | %d | %d |\n".formatted(number, title, held, games.size() - held));
    }
}
