package nomic.client;

/**
 * What a game can begin with.
 *
 * @param rules how many rules it has
 */
public record Ruleset(String name, String title, String description, int rules) {}
