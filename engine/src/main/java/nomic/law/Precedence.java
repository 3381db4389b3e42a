package nomic.law;

/** A rule says of itself that it comes before another; both by their present numbers. */
public record Precedence(int rule, int over) {}
