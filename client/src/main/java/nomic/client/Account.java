package nomic.client;

/**
 * Anybody's account.
 *
 * @param id a UUID
 * @param bot whether a program plays with it
 */
public record Account(String id, String name, boolean bot) {}
