package nomic.game;

import java.time.Instant;

/** That a game is paused by its master. */
public record Pause(Instant since, String reason) {}
