package nomic.law;

/** A rule says of itself that it yields to another; both by their present numbers. */
public record Deference(int rule, int to) {}
