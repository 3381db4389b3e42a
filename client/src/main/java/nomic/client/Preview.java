package nomic.client;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a change would do, before anybody votes.
 *
 * @param proposal its number, or the one that the draft would get
 * @param refusal with which the draft would be refused at present; null where it would not
 * @param facts what becomes of players, holdings, offers and other facts
 * @param winners who wins by the adoption
 * @param ends whether the game ends with it
 * @param suspended rules that break or pass a limit, with {@code why}
 * @param randomTurns how ten turns of random moves go on; null where that is left out
 * @param leftOut what it does not tell, in sentences
 */
public record Preview(
        int proposal,
        String hash,
        @Nullable Problem refusal,
        Adoption adoption,
        List<FactChange> facts,
        List<Points> points,
        List<String> winners,
        boolean ends,
        List<JsonNode> suspended,
        FurtherChange furtherChange,
        List<JsonNode> brokenTests,
        List<JsonNode> lastMoves,
        @Nullable JsonNode randomTurns,
        List<String> leftOut) {
    /** How a vote ends in which all vote for it; {@code why} it is not adopted. */
    public record Adoption(boolean adopted, String why) {}

    /** A fact before and after; null where there is none. */
    public record FactChange(
            String sort, String name, @Nullable String before, @Nullable String after, int rule) {}

    /** The points of a player. */
    public record Points(String player, long now, long after) {}

    /** Whether rules can be changed afterwards: {@code yes}, {@code no} or {@code unknown}. */
    public record FurtherChange(String possible, String obstacle) {}

    /** The points that a player gains by it, or loses where it is below zero. */
    public long gainOf(String who) {
        return points.stream()
                .filter(each -> each.player().equals(who))
                .mapToLong(each -> each.after() - each.now())
                .sum();
    }
}
