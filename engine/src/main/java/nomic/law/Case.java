package nomic.law;

import org.jspecify.annotations.Nullable;

/**
 * A dispute about the rules.
 *
 * @param statement what the caller says of the rules or of a move; the Judge answers it
 * @param rule the number of the rule that it is about; 0 for none
 * @param turn the number of the turn in which it was called; 0 before the first turn
 * @param judge the name of the Judge; empty while there is none
 * @param answer null while it is not judged
 */
public record Case(
        int number,
        String caller,
        String statement,
        int rule,
        int turn,
        CaseStatus status,
        String judge,
        @Nullable Answer answer) {
    /** True until it is closed. */
    public boolean isPending() {
        return status != CaseStatus.CLOSED;
    }

    /** True where a judgment stands by which nobody can go on. */
    public boolean isEnding() {
        return status == CaseStatus.CLOSED && answer != null && answer.isEnding();
    }

    public int getNumber() {
        return number;
    }

    public String getCaller() {
        return caller;
    }

    public String getStatement() {
        return statement;
    }

    public int getRule() {
        return rule;
    }

    public int getTurn() {
        return turn;
    }

    public CaseStatus getStatus() {
        return status;
    }

    public String getJudge() {
        return judge;
    }

    public @Nullable Answer getAnswer() {
        return answer;
    }
}
