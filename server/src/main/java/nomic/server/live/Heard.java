package nomic.server.live;

/** What a client has sent, put together of its frames. */
sealed interface Heard {
    record Text(String text) implements Heard {}

    record Ping(byte[] data) implements Heard {}

    record Pong() implements Heard {}

    /**
     * @param code that of the client; 1000 where it gave none
     */
    record Close(int code) implements Heard {}
}
