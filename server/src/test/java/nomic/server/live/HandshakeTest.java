package nomic.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.http.HeaderNames;
import io.helidon.http.WritableHeaders;
import io.helidon.websocket.WsUpgradeException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HandshakeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"nomic.v1, bearer.a.b.c", "nomic.v1,bearer.a.b.c", "bearer.a.b.c ,nomic.v1"})
    void a_token_is_found_however_the_protocols_are_separated(String offered)
            throws WsUpgradeException {
        WritableHeaders<?> headers = WritableHeaders.create();
        headers.add(HeaderNames.create("Sec-WebSocket-Key"), "dGhlIHNhbXBsZSBub25jZQ==");
        headers.add(HeaderNames.create("Sec-WebSocket-Protocol"), offered);

        Handshake handshake = Handshake.of(headers);

        assertThat(handshake.token()).isEqualTo("a.b.c");
        assertThat(handshake.version1()).isTrue();
    }
}
