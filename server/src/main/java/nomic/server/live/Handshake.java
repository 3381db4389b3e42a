package nomic.server.live;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a client offers when it opens a socket: the subprotocol {@code nomic.v1}, and a token as
 * {@code bearer.<token>}, since browsers can send one in no other way.
 */
record Handshake(String key, boolean version1, @Nullable String token, @Nullable String forwarded) {
    static final String WEB_SOCKET_VERSION = "13";
    private static final HeaderName PROTOCOL = HeaderNames.create("Sec-WebSocket-Protocol");
    private static final HeaderName FORWARDED = HeaderNames.create("X-Forwarded-For");
    private static final HeaderName KEY = HeaderNames.create("Sec-WebSocket-Key");
    private static final HeaderName VERSION = HeaderNames.create("Sec-WebSocket-Version");
    private static final String NOMIC = "nomic.v1";
    private static final String BEARER = "bearer.";
    private static final String SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_LENGTH = 16;
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    /** Null where a request opens no socket. */
    static @Nullable Handshake of(Headers headers) {
        String key = headers.first(KEY).orElse("");
        if (!isKey(key) || !headers.first(VERSION).orElse("").equals(WEB_SOCKET_VERSION)) {
            return null;
        }
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
        return new Handshake(key, offered.contains(NOMIC), token, forwarded(headers));
    }

    /** The address that a proxy names last. */
    private static @Nullable String forwarded(Headers headers) {
        if (!headers.contains(FORWARDED)) {
            return null;
        }
        String last = headers.get(FORWARDED).allValues().getLast();
        return last.substring(last.lastIndexOf(',') + 1).strip();
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key).length == KEY_LENGTH;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What the server answers when it opens the socket. */
    String response() {
        return "HTTP/1.1 101 Switching Protocols\r\n"
                + "Connection: Upgrade\r\n"
                + "Upgrade: websocket\r\n"
                + "Sec-WebSocket-Accept: "
                + accept()
                + "\r\n"
                + (version1 ? "Sec-WebSocket-Protocol: " + NOMIC + "\r\n" : "")
                + "\r\n";
    }

    private String accept() {
        try {
            byte[] text = (key + SUFFIX).getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }
}
