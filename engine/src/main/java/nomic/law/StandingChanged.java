package nomic.law;

/** A player takes part in another way than before. */
public record StandingChanged(String player, Standing standing) implements EventFact {}
