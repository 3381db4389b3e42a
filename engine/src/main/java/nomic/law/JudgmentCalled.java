package nomic.law;

/** A case has been opened. */
public record JudgmentCalled(int caseNumber, String caller) implements EventFact {}
