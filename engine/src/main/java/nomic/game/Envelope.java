package nomic.game;

import java.time.Instant;

/**
 * A command with everything that is not in the game: who asks, when, and the seed of its dice.
 *
 * @param id the command id, unique per game and player
 * @param player the name of the player; empty for the kernel's own commands
 * @param at when the command was received
 * @param seed 64 hex digits
 */
public record Envelope(String id, String player, Instant at, String seed, Command command) {}
