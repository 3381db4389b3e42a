package nomic.server.live;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.helidon.websocket.WsUpgradeException;

import nomic.server.web.ProblemType;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** One connection: assembles its frames, and ends it. */
final class LiveSocket implements WsListener, Connections.Connection {
    private static final int LONGEST_FRAME = 256 * 1024;

    /** The code with which a connection ends when its server does. */
    private static final int GOING_AWAY = 1001;

    private final Outbox outbox = new Outbox(this::abort);
    private final Conversation conversation;
    private final Connections connections;
    private final StringBuilder fragments = new StringBuilder();
    private boolean tooLong;

    /** Held while a frame is handled, and to end the connection. */
    private final ReentrantLock handling = new ReentrantLock();

    private volatile @Nullable WsSession session;
    private boolean ended;

    LiveSocket(Live live) {
        this.conversation = new Conversation(live, outbox);
        this.connections = live.connections();
    }

    @Override
    public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers)
            throws WsUpgradeException {
        Handshake handshake = Handshake.of(headers);
        String token = handshake.token();
        if (token != null && !conversation.authenticate(token)) {
            throw new WsUpgradeException("The token is not valid");
        }
        return handshake.response();
    }

    @Override
    public void onOpen(WsSession opened) {
        session = opened;
        outbox.open(opened);
        connections.add(this);
    }

    @Override
    public void onMessage(WsSession from, String text, boolean last) {
        tooLong |= fragments.length() + text.length() > LONGEST_FRAME;
        if (!tooLong) {
            fragments.append(text);
        }
        if (last) {
            String frame = fragments.toString();
            fragments.setLength(0);
            if (tooLong) {
                tooLong = false;
                complain(ProblemType.BODY_TOO_LARGE, "A frame may have 256 KiB at most.");
            } else {
                handle(frame);
            }
        }
    }

    @Override
    public void onMessage(WsSession from, BufferData buffer, boolean last) {
        if (last) {
            complain(ProblemType.MALFORMED_JSON, "Send text frames; this one is binary.");
        }
    }

    private void complain(ProblemType type, String detail) {
        outbox.offer(new ClientOut.Error(type.because(detail).json()));
    }

    private void handle(String frame) {
        handling.lock();
        try {
            if (!ended) {
                conversation.hear(frame);
            }
        } finally {
            handling.unlock();
        }
    }

    @Override
    public void onPing(WsSession from, BufferData buffer) {
        outbox.pong(buffer.copy());
    }

    @Override
    public void onClose(WsSession from, int status, String reason) {
        end();
        outbox.join();
    }

    @Override
    public void onError(WsSession from, Throwable failure) {
        end();
    }

    @Override
    public void goodbye() {
        outbox.goodbye(GOING_AWAY, "The server is stopping.");
    }

    private void end() {
        connections.remove(this);
        handling.lock();
        try {
            ended = true;
            conversation.end();
            outbox.close();
        } finally {
            handling.unlock();
        }
    }

    /** Cuts the connection, from a thread of its own since the caller may not wait. */
    private void abort() {
        Thread.ofVirtual().name("socket-end").start(this::cut);
    }

    /**
     * A polite end would queue behind what the client does not read, so its reader is interrupted.
     * That must not strike while a frame is handled: it would break the database's files.
     */
    private void cut() {
        handling.lock();
        try {
            if (!ended) {
                end();
                if (session instanceof ServerConnection connection) {
                    connection.close(true);
                }
            }
        } finally {
            handling.unlock();
        }
    }
}
