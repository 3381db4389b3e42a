package nomic.server.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.node.ObjectNode;

import nomic.server.notice.Notice;
import nomic.server.talk.Message;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.SortedMap;

/** What the server says in a frame. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface ClientOut {
    /**
     * A game as the connection sees it, in place of its events until then.
     *
     * @param head the sequence number of the last event that went into it
     */
    @JsonTypeName("snapshot")
    record Snapshot(String game, long head, ObjectNode view) implements ClientOut {}

    @JsonTypeName("event")
    record Happened(String game, ObjectNode event) implements ClientOut {}

    /** Somebody has said something, or a message was changed; it replaces what had its number. */
    @JsonTypeName("message")
    record Said(String game, Message message) implements ClientOut {}

    /** The account of the connection is told something. */
    @JsonTypeName("notification")
    record Told(Notice notification) implements ClientOut {}

    /**
     * Who watches a game.
     *
     * @param others how many watch that are no players of it
     */
    @JsonTypeName("presence")
    record Presence(String game, List<String> players, int others) implements ClientOut {}

    /**
     * A sign of life.
     *
     * @param heads of each game, the sequence number up to which all events have been sent
     */
    @JsonTypeName("heartbeat")
    record Heartbeat(String at, SortedMap<String, Long> heads) implements ClientOut {}

    /**
     * The answer to a frame that had an id.
     *
     * @param events of a move that was carried out
     * @param proposal the number of the proposal that the move has made
     * @param caseNumber the number of the case that the move has opened
     */
    @JsonTypeName("reply")
    record Reply(
            String id,
            boolean ok,
            @Nullable List<ObjectNode> events,
            @Nullable Integer proposal,
            @Nullable Integer caseNumber,
            @Nullable ObjectNode problem)
            implements ClientOut {
        static Reply done(String id) {
            return new Reply(id, true, null, null, null, null);
        }
    }

    /** What is wrong with a frame that had no id. */
    @JsonTypeName("error")
    record Error(ObjectNode problem) implements ClientOut {}
}
