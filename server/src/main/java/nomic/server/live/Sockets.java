package nomic.server.live;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The sockets that are open. */
final class Sockets {
    private final Set<LiveSocket> open = ConcurrentHashMap.newKeySet();

    void add(LiveSocket socket) {
        open.add(socket);
    }

    void remove(LiveSocket socket) {
        open.remove(socket);
    }

    int count() {
        return open.size();
    }

    /** Ends all, and waits until they are gone; each is within {@link LiveSocket#LONGEST_END}. */
    void end(End why) {
        Set<LiveSocket> all = Set.copyOf(open);
        all.forEach(socket -> socket.end(why));
        Duration time = LiveSocket.LONGEST_END;
        long until = System.nanoTime() + time.toNanos();
        for (LiveSocket socket : all) {
            if (!socket.isGone(Duration.ofNanos(Math.max(0, until - System.nanoTime())))) {
                return;
            }
        }
    }
}
