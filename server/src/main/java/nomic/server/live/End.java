package nomic.server.live;

/** Why a connection ends, with the close code and the reason that its client is told. */
enum End {
    GOING_AWAY(1001, "the server ends; connect again and go on after your last event"),
    BROKEN_FRAMES(1002, "what was sent is no WebSocket frame, or comes out of turn"),
    BINARY(1003, "send text, not binary frames"),
    NOT_UTF8(1007, "a text is not UTF-8"),
    TOO_LONG(1009, "a frame may have 256 KiB at most, in all its fragments"),
    FAILED(1011, "the server made a mistake; the operator finds more in the log"),
    FULL(1013, "there are too many connections already; try again later"),
    RESYNC(4000, "you read too slowly; connect again and go on after your last event"),
    TOKEN_ENDED(4001, "your log-in or token has been ended, or your account suspended"),
    TOO_MANY_FRAMES(4002, "you send too many frames; a connection may send 1000 in a second"),
    SILENT(4003, "nothing was heard of you, not even a pong");

    private final int code;
    private final String reason;

    End(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    int code() {
        return code;
    }

    /** At most 123 bytes, as a close frame wants it. */
    String reason() {
        return reason;
    }
}
