package nomic.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Set;

/**
 * Something that happened in a game. Types and their members are in the table of docs/api.md; there
 * may be types that this client does not know.
 *
 * @param seq counts the events of a game from 1, without gaps
 * @param type such as {@code VoteOpened}
 * @param at the time of the move that led to it
 * @param player whom it is about, else who made that move
 * @param by who made that move; empty where only time has passed
 * @param json all members, with those of the type
 */
public record Event(
        long seq, String type, Instant at, String player, String by, Cause cause, ObjectNode json) {
    private static final Set<String> ENDS = Set.of("GameWon", "GameDrawn", "GameEnded");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Event of(ObjectNode json) {
        return new Event(
                json.path("seq").asLong(),
                json.path("type").asText(),
                Instant.parse(json.path("at").asText()),
                json.path("player").asText(),
                json.path("by").asText(),
                Cause.of(json.path("cause")),
                json);
    }

    public boolean is(String name) {
        return type.equals(name);
    }

    /** A member of the type that is a text, such as {@code author}; empty where there is none. */
    public String text(String member) {
        return json.path(member).asText();
    }

    /** A member of the type that is a number, such as {@code proposal}; 0 where there is none. */
    public int number(String member) {
        return json.path(member).asInt();
    }

    /** A member of the type that is true or false; false where there is none. */
    public boolean flag(String member) {
        return json.path(member).asBoolean();
    }

    /** Whether the game is over with it, unless its master rolls it back. */
    public boolean endsGame() {
        return ENDS.contains(type);
    }
}
