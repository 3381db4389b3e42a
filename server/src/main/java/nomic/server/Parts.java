package nomic.server;

import nomic.log.Trace;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has to be closed, the last part first. */
final class Parts implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Parts.class.getName());

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    <T extends AutoCloseable> T closed(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        () -> "A part of the server did not end well: " + Trace.of(e));
            }
        }
    }
}
