package nomic.law;

/**
 * Two rules in force whose verdicts or claims exclude each other, while it is settled which
 * prevails. {@code first} is the lower number.
 */
public record Conflict(int first, int second) {}
