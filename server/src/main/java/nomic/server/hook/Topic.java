package nomic.server.hook;

import nomic.server.notice.Kind;
import nomic.server.web.Json;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a webhook may be called about: each kind of notification, and each event of a game. */
final class Topic {
    /** Whatever happens in one game. */
    static final String EVENT = "event";

    /** A call that its owner asks for. */
    static final String PING = "ping";

    static final List<String> WORDS =
            Stream.concat(Arrays.stream(Kind.values()).map(Json::word), Stream.of(EVENT)).toList();

    private Topic() {}
}
