package nomic.load;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.websocket.WsRouting;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The least that a server does which sends what one client says to all: a queue and a thread for
 * each socket. A program of its own, so that it has a process as the server has.
 */
final class BareBroadcast implements WsListener {
    private static final Map<WsSession, BlockingQueue<String>> ALL = new ConcurrentHashMap<>();

    private BareBroadcast() {}

    public static void main(String[] arguments) {
        WebServer web =
                WebServer.builder()
                        .host("127.0.0.1")
                        .port(0)
                        .addRouting(WsRouting.builder().endpoint("/ws", BareBroadcast::new))
                        .build()
                        .start();
        System.out.println("Nomic listens on http://127.0.0.1:" + web.port());
    }

    @Override
    public void onOpen(WsSession session) {
        var queue = new ArrayBlockingQueue<String>(256);
        ALL.put(session, queue);
        Thread.ofVirtual().start(() -> write(session, queue));
    }

    private static void write(WsSession session, BlockingQueue<String> queue) {
        try {
            while (true) {
                session.send(queue.take(), true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            ALL.remove(session);
        }
    }

    @Override
    public void onMessage(WsSession session, String text, boolean last) {
        ALL.values().forEach(queue -> queue.offer(text));
    }
}
