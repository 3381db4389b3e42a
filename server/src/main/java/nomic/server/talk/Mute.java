package nomic.server.talk;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Somebody may not write in a game.
 *
 * @param until null for ever
 */
record Mute(String player, String reason, Instant at, @Nullable Instant until) {}
