package nomic.server.game;

import nomic.game.CaseEntry;
import nomic.game.GameState;
import nomic.game.Judgment;
import nomic.game.RuleEntry;
import nomic.law.Answer;
import nomic.law.CaseStatus;
import nomic.server.web.Request;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/**
 * What is wanted of the cases of a game; null where anything will do.
 *
 * @param words in lower case; each must occur in the statement or in the reasons of a judgment
 * @param rule the number that a rule has, or had first
 * @param player who called for judgment, or is or was the Judge
 * @param answer that of the judgment that holds
 */
record CaseSearch(
        List<String> words,
        @Nullable Integer rule,
        @Nullable String player,
        @Nullable CaseStatus status,
        @Nullable Answer answer) {
    private static final int LONGEST_QUERY = 200;

    static CaseSearch of(Request request) {
        String words = request.query("q", LONGEST_QUERY);
        long rule = request.query("rule", 1, Integer.MAX_VALUE, 0);
        return new CaseSearch(
                words == null ? List.of() : List.of(lower(words).strip().split("\\s+")),
                rule == 0 ? null : (int) rule,
                request.query("player", LONGEST_QUERY),
                request.query("status", CaseStatus.class),
                request.query("answer", Answer.class));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    boolean finds(CaseEntry dispute, GameState state) {
        Judgment judgment = dispute.judgment();
        return (rule == null || isAbout(dispute, state, rule))
                && (player == null || concerns(dispute, player))
                && (status == null || status == dispute.status())
                && (answer == null || (judgment != null && answer == judgment.answer()))
                && words.stream().allMatch(word -> says(dispute, word));
    }

    private static boolean isAbout(CaseEntry dispute, GameState state, int number) {
        RuleEntry now = state.rule(number);
        return dispute.rule() != 0 && dispute.rule() == (now == null ? number : now.id());
    }

    private static boolean concerns(CaseEntry dispute, String player) {
        return player.equalsIgnoreCase(dispute.caller())
                || player.equalsIgnoreCase(dispute.judge())
                || dispute.judgments().stream().anyMatch(j -> player.equalsIgnoreCase(j.judge()));
    }

    private static boolean says(CaseEntry dispute, String word) {
        return lower(dispute.statement()).contains(word)
                || dispute.judgments().stream().anyMatch(j -> lower(j.reasons()).contains(word));
    }
}
