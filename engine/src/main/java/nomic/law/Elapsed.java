package nomic.law;

/** A deadline has come. */
public record Elapsed(String name) implements EventFact {}
