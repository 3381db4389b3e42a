package nomic.server.mail;

/** A letter to one person. Its text may hold a secret and is not logged. */
public record Mail(String to, String subject, String text) {}
