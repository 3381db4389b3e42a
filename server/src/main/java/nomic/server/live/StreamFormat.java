package nomic.server.live;

import com.fasterxml.jackson.databind.node.ObjectNode;

import nomic.log.Recorded;
import nomic.server.game.EventJson;

/** How events are written one after the other. */
enum StreamFormat {
    /** A JSON object on each line; an empty line says that the stream is alive. */
    LINES("application/x-ndjson", "\n") {
        @Override
        String written(Recorded recorded) {
            return EventJson.of(recorded) + "\n";
        }
    },

    /** Events as browsers read them, with the sequence number as id. */
    SERVER_SENT_EVENTS("text/event-stream", ":\n\n") {
        @Override
        String written(Recorded recorded) {
            ObjectNode event = EventJson.of(recorded);
            return "id: " + recorded.seq() + "\ndata: " + event + "\n\n";
        }
    };

    private final String mediaType;
    private final String sign;

    StreamFormat(String mediaType, String sign) {
        this.mediaType = mediaType;
        this.sign = sign;
    }

    abstract String written(Recorded recorded);

    String mediaType() {
        return mediaType;
    }

    /** What is written while nothing happens. */
    String sign() {
        return sign;
    }
}
