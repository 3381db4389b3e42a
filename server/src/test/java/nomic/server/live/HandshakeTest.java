package nomic.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.http.HeaderNames;
import io.helidon.http.WritableHeaders;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Objects;

final class HandshakeTest {
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    private static @Nullable Handshake handshake(String key, String version, String offered) {
        WritableHeaders<?> headers = WritableHeaders.create();
        headers.add(HeaderNames.create("Sec-WebSocket-Key"), key);
        headers.add(HeaderNames.create("Sec-WebSocket-Version"), version);
        headers.add(HeaderNames.create("Sec-WebSocket-Protocol"), offered);
        return Handshake.of(headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nomic.v1, bearer.a.b.c", "nomic.v1,bearer.a.b.c", "bearer.a.b.c ,nomic.v1"})
    void a_token_is_found_however_the_protocols_are_separated(String offered) {
        Handshake handshake = Objects.requireNonNull(handshake(KEY, "13", offered));

        assertThat(handshake.token()).isEqualTo("a.b.c");
        assertThat(handshake.version1()).isTrue();
    }

    @Test
    void the_answer_proves_that_the_key_was_read() {
        assertThat(Objects.requireNonNull(handshake(KEY, "13", "nomic.v1")).response())
                .contains("\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n")
                .contains("\r\nSec-WebSocket-Protocol: nomic.v1\r\n")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource({"c2hvcnQ=, 13", "no base64!, 13", "'', 13", "dGhlIHNhbXBsZSBub25jZQ==, 8"})
    void another_key_or_version_opens_no_socket(String key, String version) {
        assertThat(handshake(key, version, "nomic.v1")).isNull();
    }
}
