package nomic.game;

import nomic.law.Case;
import nomic.law.CaseStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A dispute with its judgments.
 *
 * @param rule the id of the rule that it is about; 0 for none
 * @param turn the number of the turn in which it was called; 0 before the first turn
 * @param judge the present Judge; empty while there is none
 * @param judgments in their order; only the last can hold
 */
public record CaseEntry(
        int number,
        String caller,
        String statement,
        int rule,
        int turn,
        Instant called,
        CaseStatus status,
        String judge,
        List<Judgment> judgments) {
    public CaseEntry {
        judgments = List.copyOf(judgments);
    }

    /** The judgment that holds; null where there is none. */
    public @Nullable Judgment judgment() {
        return judgments.isEmpty() || judgments.getLast().overruled() ? null : judgments.getLast();
    }

    /** The fact that rules see; {@code ruleNumber} is the present number of the rule. */
    public Case fact(int ruleNumber) {
        Judgment judgment = judgment();
        return new Case(
                number,
                caller,
                statement,
                ruleNumber,
                turn,
                status,
                judge,
                judgment == null ? null : judgment.answer());
    }

    CaseEntry appoint(String player) {
        return with(status, player, judgments);
    }

    CaseEntry judge(Judgment judgment) {
        var all = new ArrayList<>(judgments);
        all.add(judgment);
        return with(CaseStatus.JUDGED, judge, all);
    }

    CaseEntry overrule() {
        var all = new ArrayList<>(judgments);
        all.add(all.removeLast().overrule());
        return with(CaseStatus.OPEN, "", all);
    }

    CaseEntry close() {
        return with(CaseStatus.CLOSED, judge, judgments);
    }

    private CaseEntry with(CaseStatus next, String player, List<Judgment> all) {
        return new CaseEntry(number, caller, statement, rule, turn, called, next, player, all);
    }
}
