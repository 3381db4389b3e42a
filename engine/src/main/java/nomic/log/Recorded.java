package nomic.log;

import nomic.game.Occurrence;

import java.time.Instant;

/**
 * An event as it stands in the log.
 *
 * @param seq counts the events of a game from 1
 * @param at the time of its command
 * @param by the name of the player whose command it was; empty for the kernel's own
 * @param command the id of its command
 */
public record Recorded(long seq, Instant at, String by, String command, Occurrence occurrence) {}
