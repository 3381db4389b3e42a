package nomic.preview;

/** The points of a player: at present and later. */
public record Points(String player, long now, long after) {}
