package nomic.script;

/** Something expected that did not come. {@code line} counts from 1 in the script. */
public record Failure(int line, String message) {}
