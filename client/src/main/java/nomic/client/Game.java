package nomic.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A game as it stands after an event.
 *
 * @param id a UUID
 * @param ruleset that its rules began with
 * @param master the name of its master
 * @param head the sequence number of the last event that is in it: read on from there
 * @param quarantine why it takes no commands; null where it does
 * @param paused since when and why nobody can move; null where players can
 * @param players by seat
 * @param turn null before the first
 * @param winner the first winner or null
 * @param drawn whether rules have ended it without a winner
 * @param ended why its master has ended it; else null
 * @param offers actions that rules have opened to players
 * @param cases disputes that are not closed
 * @param limits what rules may use, by name; docs/guide.md has the units
 */
public record Game(
        String id,
        String name,
        String ruleset,
        String master,
        Status status,
        long head,
        @Nullable String quarantine,
        @Nullable Pause paused,
        List<Player> players,
        @Nullable Turn turn,
        @Nullable String winner,
        List<String> winners,
        boolean drawn,
        @Nullable String ended,
        List<Offer> offers,
        List<Deadline> deadlines,
        List<OpenCase> cases,
        Map<String, Long> limits) {
    /** How far a game is. */
    public enum Status {
        /** Not started. */
        OPEN,
        RUNNING,
        FINISHED,
        /** Something that this client does not know. */
        @JsonEnumDefaultValue
        OTHER
    }

    /** Nobody can move. */
    public record Pause(Instant since, String reason) {}

    /**
     * A player, also one who has left.
     *
     * @param bot whether a program plays
     * @param seat from 1
     * @param standing {@code active}, {@code idle}, {@code away}, {@code left} or {@code forfeited}
     * @param holdings amounts by asset
     */
    public record Player(
            String name, boolean bot, int seat, String standing, Map<String, Long> holdings) {
        public boolean active() {
            return standing.equals("active");
        }

        /** How much of an asset the player has. */
        public long holds(String asset) {
            return holdings.getOrDefault(asset, 0L);
        }
    }

    /**
     * Whose turn it is.
     *
     * @param circuit counts the rounds of all seats
     */
    public record Turn(int number, int circuit, String player) {}

    /**
     * An action that a rule has opened to a player.
     *
     * @param name by which it is taken
     * @param title for people
     * @param rule the number of the rule
     */
    public record Offer(
            int id, String player, String name, String title, List<Input> inputs, int rule) {}

    /**
     * What an action needs.
     *
     * @param type {@code number} from {@code min} to {@code max}, {@code text} of at most {@code
     *     max} characters, {@code choice} of {@code choices}, {@code player} or {@code flag}
     */
    public record Input(String name, String type, List<String> choices, long min, long max) {}

    /** When a rule wants to be woken. */
    public record Deadline(String name, Instant at, int rule) {}

    /**
     * A dispute that is not closed.
     *
     * @param rule that it is about; null for no single one
     * @param status {@code open} or {@code judged}
     * @param judge null while there is nobody
     * @param answer of the judgment that holds; else null
     */
    public record OpenCase(
            int number,
            String caller,
            String statement,
            @Nullable Integer rule,
            String status,
            @Nullable String judge,
            @Nullable Answer answer) {}

    /** A player of this name; null where there is none. */
    public @Nullable Player player(String who) {
        return players.stream().filter(each -> each.name().equals(who)).findFirst().orElse(null);
    }

    /** Whether it is the turn of this player. */
    public boolean isTurnOf(String who) {
        return turn != null && turn.player().equals(who);
    }

    /** The actions that are open to this player. */
    public List<Offer> offersTo(String who) {
        return offers.stream().filter(offer -> offer.player().equals(who)).toList();
    }

    public boolean isOver() {
        return status == Status.FINISHED;
    }
}
