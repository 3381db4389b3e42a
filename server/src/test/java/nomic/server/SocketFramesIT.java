package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;

@ExtendWith(SharedServer.class)
final class SocketFramesIT {
    /** Frames as {@code first byte:hex of the data}, one after the other. */
    private static byte[] frames(String frames) {
        var bytes = new ByteArrayOutputStream();
        for (String frame : frames.strip().split(" +")) {
            String[] parts = frame.split(":", -1);
            bytes.writeBytes(
                    RawSocket.frame(
                            Integer.parseInt(parts[0], 16), HexFormat.of().parseHex(parts[1])));
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "81:c328            | 1007 | text that is not UTF-8",
                "81:eda080          | 1007 | half of a surrogate pair",
                "01:c3 80:28        | 1007 | fragments that are not UTF-8 together",
                "01:7b 81:7d        | 1002 | a text within the fragments of another",
                "80:7d              | 1002 | a continuation of nothing",
                "09: 80:            | 1002 | a ping in fragments",
                "08:03e8            | 1002 | a close in fragments",
                "c1:7b              | 1002 | a reserved bit",
                "83:                | 1002 | a reserved opcode for data",
                "8b:                | 1002 | a reserved opcode for control",
                "88:03ed            | 1002 | the close code 1005",
                "88:03ee            | 1002 | the close code 1006",
                "88:03e7            | 1002 | the close code 999",
                "88:07d0            | 1002 | the close code 2000",
                "88:03              | 1002 | a close code of one byte",
                "88:03e8c328        | 1007 | a reason that is not UTF-8",
                "82:00              | 1003 | a binary frame",
                "02:00 80:00        | 1003 | a binary frame in fragments",
                "88:                | 1000 | a close without a code",
                "88:0fa0            | 4000 | a close with a code of its own",
            })
    void a_client_that_breaks_the_protocol_is_told_so(String frames, int code, String what, Api api)
            throws IOException {
        try (var socket = RawSocket.connect(api)) {
            socket.write(frames(frames));

            assertThat(socket.closeCode()).as(what).isEqualTo(code);
        }
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "810161             | 1002 | a frame without a mask",
                "89fe0080           | 1002 | a ping of 128 bytes",
                "81fe0005           | 1002 | a length in more bytes than it needs",
                "81ff0000000000040001 | 1009 | a frame that says it is too long",
                "81ff8000000000000000 | 1002 | a negative length",
            })
    void a_frame_with_a_wrong_head_ends_the_connection(String bytes, int code, String what, Api api)
            throws IOException {
        try (var socket = RawSocket.connect(api)) {
            socket.write(HexFormat.of().parseHex(bytes));

            assertThat(socket.closeCode()).as(what).isEqualTo(code);
        }
    }

    @Test
    void a_client_that_does_not_close_then_is_cut(Api api) throws IOException {
        try (var socket = RawSocket.connect(api)) {
            socket.write(frames("83: 81:7b7d"));
            socket.closeCode();

            assertThat(socket.isEnded()).isTrue();
        }
    }

    @Test
    void fragments_that_are_too_long_together_end_the_connection(Api api) throws IOException {
        try (var socket = RawSocket.connect(api)) {
            socket.write(RawSocket.frame(0x01, new byte[200_000]));
            socket.write(RawSocket.frame(0x00, new byte[100_000]));

            assertThat(socket.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void letters_may_be_cut_by_fragments_and_pings_come_between(Api api) throws IOException {
        try (var socket = RawSocket.connect(api)) {
            socket.write(frames("01:7b2274797065223a22c3 89:6869 00:a4 89: 80:227d"));

            RawSocket.Frame pong = socket.next();
            assertThat(pong.first()).isEqualTo(0x8a);
            assertThat(pong.text()).isEqualTo("hi");
            assertThat(socket.next().first()).isEqualTo(0x8a);
            assertThat(socket.next().text()).contains("no frames of type '\\u00E4'");
        }
    }

    @Test
    void one_that_breaks_the_protocol_disturbs_nobody(Api api, Person ann) throws IOException {
        String game = ann.createsGame("empty");
        try (LiveClient watcher = LiveClient.connect(api);
                var socket = RawSocket.connect(api)) {
            watcher.subscribe(game, 0);
            socket.write(frames("83:"));
            socket.closeCode();

            assertThat(watcher.event("GameCreated").path("master").asText()).isEqualTo(ann.name());
        }
    }
}
