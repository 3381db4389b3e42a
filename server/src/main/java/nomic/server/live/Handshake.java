package nomic.server.live;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.WritableHeaders;
import io.helidon.websocket.WsUpgradeException;

import org.jspecify.annotations.Nullable;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client offers when it opens a socket: the subprotocol {@code nomic.v1}, and a token as
 * {@code bearer.<token>}, since browsers can send one in no other way.
 */
record Handshake(boolean version1, @Nullable String token, @Nullable String forwarded) {
    private static final HeaderName PROTOCOL = HeaderNames.create("Sec-WebSocket-Protocol");
    private static final HeaderName FORWARDED = HeaderNames.create("X-Forwarded-For");
    private static final HeaderName KEY = HeaderNames.create("Sec-WebSocket-Key");
    private static final String VERSION = "nomic.v1";
    private static final String BEARER = "bearer.";
    private static final int KEY_LENGTH = 16;
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    static Handshake of(Headers headers) throws WsUpgradeException {
        checkKey(headers.first(KEY).orElse(""));
        List<String> offered =
                headers.contains(PROTOCOL)
                        ? COMMA.splitAsStream(headers.get(PROTOCOL).values()).toList()
                        : List.of();
        String token = null;
        for (String protocol : offered) {
            if (protocol.startsWith(BEARER)) {
                token = protocol.substring(BEARER.length());
            }
        }
        return new Handshake(offered.contains(VERSION), token, forwarded(headers));
    }

    /** The address that a proxy names last. */
    private static @Nullable String forwarded(Headers headers) {
        if (!headers.contains(FORWARDED)) {
            return null;
        }
        String last = headers.get(FORWARDED).allValues().getLast();
        return last.substring(last.lastIndexOf(',') + 1).strip();
    }

    private static void checkKey(String key) throws WsUpgradeException {
        try {
            if (Base64.getDecoder().decode(key).length == KEY_LENGTH) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // refused below, as a key of another length
        }
        throw new WsUpgradeException("Sec-WebSocket-Key is not valid");
    }

    Optional<Headers> response() {
        if (!version1) {
            return Optional.empty();
        }
        WritableHeaders<?> headers = WritableHeaders.create();
        headers.add(PROTOCOL, VERSION);
        return Optional.of(headers);
    }
}
