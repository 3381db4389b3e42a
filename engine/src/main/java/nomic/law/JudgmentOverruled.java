package nomic.law;

/** The judgment of a case no longer holds, and the case has no Judge. */
public record JudgmentOverruled(int caseNumber, String judge) implements EventFact {}
