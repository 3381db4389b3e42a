package nomic.server.live;

/** What a client has sent ends its connection. */
final class Breach extends Exception {
    private static final long serialVersionUID = 1L;

    private final End end;

    Breach(End end) {
        super(end.reason(), null, false, false);
        this.end = end;
    }

    End end() {
        return end;
    }
}
