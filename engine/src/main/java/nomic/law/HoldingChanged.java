package nomic.law;

/** A holding has changed. */
public record HoldingChanged(String owner, String asset, long from, long to) implements EventFact {}
