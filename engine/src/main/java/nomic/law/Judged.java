package nomic.law;

/** A case has been judged. */
public record Judged(int caseNumber, String judge, Answer answer) implements EventFact {}
