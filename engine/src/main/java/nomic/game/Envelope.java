package nomic.game;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A command with everything that is not in the game: who asks, when, and the seed of its dice.
 *
 * @param id the command id, unique per game and player
 * @param player the name of the player; empty for the kernel's own commands
 * @param at when the command was received
 * @param seed 64 hex digits
 * @param stopped rules that ended the process which tried to decide it, in the order of the tries
 * @param past what the game was, for a command that goes back to it; null for all others
 */
public record Envelope(
        String id,
        String player,
        Instant at,
        String seed,
        Command command,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<StoppedRule> stopped,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Past past) {
    public Envelope {
        stopped = StoppedRule.orNone(stopped);
    }

    public Envelope(String id, String player, Instant at, String seed, Command command) {
        this(id, player, at, seed, command, List.of(), null);
    }

    /** The same command, which goes back to a state. */
    public Envelope backTo(@Nullable Past state) {
        return new Envelope(id, player, at, seed, command, stopped, state);
    }

    /** The same command, to be decided without one more rule. */
    public Envelope without(StoppedRule rule) {
        var all = new ArrayList<>(stopped);
        all.add(rule);
        return new Envelope(id, player, at, seed, command, all, past);
    }
}
