package nomic.server.live;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;

import nomic.log.Trace;
import nomic.server.rate.Places.Seat;
import nomic.server.web.Problem;
import nomic.server.web.ProblemType;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/** One connection: hears its client, feels its pulse, and ends it. */
final class LiveSocket implements ServerConnection {
    private static final System.Logger LOG = System.getLogger(LiveSocket.class.getName());

    /** How long the last frame may take to be written, and then the client to close. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** How long an end takes at most. */
    static final Duration LONGEST_END = GRACE.multipliedBy(2);

    private static final int MOST_FRAMES = 10_000;
    private static final Duration SPAN = Duration.ofSeconds(10);

    private final ConnectionContext context;
    private final Live live;
    private final Outbox outbox = new Outbox(this::end);
    private final Conversation conversation;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CountDownLatch gone = new CountDownLatch(1);

    /** Held while a frame is handled or the pulse felt. */
    private final ReentrantLock handling = new ReentrantLock();

    private final @Nullable String forwarded;
    private @Nullable Problem refusal;
    private Seat.@Nullable Taken seat;
    private volatile long heard = System.nanoTime();
    private long spanBegan = heard;
    private int framesInSpan;

    /**
     * @param forwarded the address that a proxy names last; null where none does
     */
    LiveSocket(Live live, ConnectionContext context, @Nullable String forwarded) {
        this.live = live;
        this.context = context;
        this.forwarded = forwarded;
        this.conversation = new Conversation(live, outbox, this::end);
    }

    /** False where a token is not good. */
    boolean authenticate(String token) {
        refusal = conversation.authenticate(token);
        return refusal == null || refusal.type() != ProblemType.NOT_AUTHENTICATED;
    }

    /** A problem where there are too many connections already. */
    private @Nullable Problem enters() {
        String address = live.rates().address(peer(), forwarded);
        conversation.from(address);
        Problem often = live.rates().nameless(address);
        if (refusal != null || often != null) {
            return refusal == null ? often : refusal;
        }
        return switch (live.rates().sockets().from(address)) {
            case Seat.Refused(Problem full) -> full;
            case Seat.Taken taken -> {
                seat = taken;
                yield null;
            }
        };
    }

    private InetAddress peer() {
        return context.remotePeer().address() instanceof InetSocketAddress socket
                ? socket.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    @Override
    public void handle(Limit limit) {
        live.sockets().add(this);
        outbox.open(context.dataWriter());
        Problem full = enters();
        if (full == null) {
            Thread.ofVirtual().name("socket-pulse").start(this::watch);
        } else {
            outbox.offer(new ClientOut.Error(full.json()));
            end(End.FULL);
        }
        try {
            listen(new FrameReader(context.dataReader()));
        } catch (Breach e) {
            end(e.end());
            readOut();
        } catch (DataReader.InsufficientDataAvailableException e) {
            // the client is gone
        } catch (RuntimeException e) {
            if (!ending.get() && context.serverSocket().isConnected()) {
                LOG.log(System.Logger.Level.DEBUG, () -> "A socket failed: " + Trace.of(e));
            }
        } finally {
            live.sockets().remove(this);
            gone.countDown();
            outbox.drop();
            inTurn(conversation::end);
            if (seat != null) {
                seat.close();
            }
        }
    }

    /** Hears the client until it closes. When the server ends the connection, nothing is done. */
    private void listen(FrameReader frames) throws Breach {
        while (true) {
            Heard next = frames.next();
            heard = System.nanoTime();
            if (next instanceof Heard.Close(int code)) {
                outbox.cutShort(code, "");
                boolean _ = outbox.join(GRACE);
                return;
            }
            if (!ending.get()) {
                count();
                hear(next);
            }
        }
    }

    private void hear(Heard next) {
        switch (next) {
            case Heard.Text(String text) -> inTurn(() -> conversation.hear(text));
            case Heard.Ping(byte[] data) -> outbox.pong(data);
            case Heard.Pong _, Heard.Close _ -> {}
        }
    }

    private void count() throws Breach {
        if (heard - spanBegan > SPAN.toNanos()) {
            spanBegan = heard;
            framesInSpan = 0;
        }
        framesInSpan++;
        if (framesInSpan > MOST_FRAMES) {
            throw new Breach(End.TOO_MANY_FRAMES);
        }
    }

    /** Lets the client have the close frame: what is not read when a socket closes may drop it. */
    private void readOut() {
        DataReader in = context.dataReader();
        try {
            while (true) {
                in.ensureAvailable();
                in.skip(in.available());
            }
        } catch (RuntimeException e) {
            // it is closed
        }
    }

    private void inTurn(Runnable work) {
        handling.lock();
        try {
            work.run();
        } finally {
            handling.unlock();
        }
    }

    private void watch() {
        Pulse pulse = live.pulse();
        while (!isGone(pulse.beat())) {
            if (System.nanoTime() - heard > pulse.patience().toNanos()) {
                end(End.SILENT);
                return;
            }
            outbox.ping();
            if (handling.tryLock()) {
                try {
                    beat(pulse);
                } finally {
                    handling.unlock();
                }
            }
        }
    }

    private void beat(Pulse pulse) {
        try {
            if (!conversation.stands()) {
                end(End.TOKEN_ENDED);
            } else if (outbox.silence().compareTo(pulse.beat()) >= 0) {
                conversation.showLife();
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "A pulse failed: " + Trace.of(e));
        }
    }

    /**
     * Tells the client why and ends the connection, both within {@link #LONGEST_END}; where the
     * client does not read, it is cut. Does not block.
     */
    void end(End why) {
        if (ending.compareAndSet(false, true)) {
            if (why == End.RESYNC) {
                outbox.cutShort(why.code(), why.reason());
            } else {
                outbox.finish(why.code(), why.reason());
            }
            Thread.ofVirtual().name("socket-end").start(this::cutInTime);
        }
    }

    private void cutInTime() {
        boolean _ = outbox.join(GRACE) && isGone(GRACE);
        cut();
    }

    /** Closing the socket wakes its reader and its writer; neither is ever interrupted. */
    private void cut() {
        try {
            context.serverSocket().close();
        } catch (RuntimeException e) {
            // it is closed
        }
    }

    /** Waits for the connection to be gone; false where it is there after a time. */
    boolean isGone(Duration time) {
        try {
            return gone.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public Duration idleTime() {
        return Duration.ofNanos(System.nanoTime() - heard);
    }

    @Override
    public void close(boolean interrupt) {
        if (interrupt) {
            cut();
        } else {
            end(End.GOING_AWAY);
        }
    }
}
