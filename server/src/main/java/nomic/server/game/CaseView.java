package nomic.server.game;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;

import nomic.game.CaseEntry;
import nomic.game.GameState;
import nomic.game.Judgment;
import nomic.law.Answer;
import nomic.law.CaseStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A case as clients see it.
 *
 * @param rule the present number of the rule that it is about; null for none
 * @param turn the number of the turn in which it was called; 0 before the first
 * @param judge the present Judge; null while there is none
 * @param answer that of the judgment that holds; null where none does
 * @param judgments in their order; only the last can hold
 * @param citedBy the cases with a judgment that holds and cites this one
 * @param history its events, where one case is shown alone
 * @param events of the command that called for it, in the answer to that command only
 */
record CaseView(
        int number,
        String caller,
        String statement,
        @Nullable Integer rule,
        int turn,
        Instant called,
        CaseStatus status,
        @Nullable String judge,
        @Nullable Answer answer,
        List<Judgment> judgments,
        List<Integer> citedBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ObjectNode> history,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ObjectNode> events) {
    static CaseView of(GameState state, CaseEntry dispute) {
        Judgment judgment = dispute.judgment();
        return new CaseView(
                dispute.number(),
                dispute.caller(),
                dispute.statement(),
                dispute.rule() == 0 ? null : state.numberOf(dispute.rule()),
                dispute.turn(),
                dispute.called(),
                dispute.status(),
                dispute.judge().isEmpty() ? null : dispute.judge(),
                judgment == null ? null : judgment.answer(),
                dispute.judgments(),
                citing(state, dispute.number()),
                null,
                null);
    }

    private static List<Integer> citing(GameState state, int number) {
        return state.cases().values().stream()
                .filter(other -> cites(other.judgment(), number))
                .map(CaseEntry::number)
                .toList();
    }

    private static boolean cites(@Nullable Judgment judgment, int number) {
        return judgment != null && judgment.cites().contains(number);
    }

    CaseView withHistory(List<ObjectNode> shown) {
        return with(shown, events);
    }

    CaseView withEvents(List<ObjectNode> shown) {
        return with(history, shown);
    }

    private CaseView with(
            @Nullable List<ObjectNode> shownHistory, @Nullable List<ObjectNode> shownEvents) {
        return new CaseView(
                number,
                caller,
                statement,
                rule,
                turn,
                called,
                status,
                judge,
                answer,
                judgments,
                citedBy,
                shownHistory,
                shownEvents);
    }
}
