package nomic.server.live;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Method;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.spi.Http1Upgrader;
import io.helidon.webserver.spi.ProtocolConfig;
import io.helidon.webserver.spi.ServerConnection;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/** Turns HTTP connections that ask for it at {@code /ws} into sockets. */
public final class SocketProtocol implements ProtocolConfig, Http1Upgrader {
    static final String TYPE = "nomic-socket";

    private final Live live;

    SocketProtocol(Live live) {
        this.live = live;
    }

    @Override
    public String name() {
        return TYPE;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String supportedProtocol() {
        return "websocket";
    }

    /** Null leaves the request to the routes of HTTP, which say what is wrong with it. */
    @Override
    @SuppressWarnings("NullAway") // Helidon has no annotations, and says that null may be returned
    public @Nullable ServerConnection upgrade(
            ConnectionContext context, HttpPrologue prologue, WritableHeaders<?> headers) {
        Handshake handshake =
                prologue.method().equals(Method.GET) && prologue.uriPath().path().equals(Live.PATH)
                        ? Handshake.of(headers)
                        : null;
        if (handshake == null) {
            return null;
        }
        var socket = new LiveSocket(live, context, handshake.forwarded());
        String token = handshake.token();
        if (token != null && !socket.authenticate(token)) {
            return null;
        }
        context.dataWriter()
                .writeNow(
                        BufferData.create(
                                handshake.response().getBytes(StandardCharsets.US_ASCII)));
        return socket;
    }
}
