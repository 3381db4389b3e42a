package nomic.server.live;

import static nomic.server.web.ProblemType.BAD_ARGUMENT;
import static nomic.server.web.ProblemType.NOT_AUTHENTICATED;
import static nomic.server.web.ProblemType.UNAVAILABLE;
import static nomic.server.web.ProblemType.UNKNOWN_GAME;

import nomic.log.GameId;
import nomic.log.Recorded;
import nomic.log.Trace;
import nomic.server.game.EventJson;
import nomic.server.game.MoveRoutes;
import nomic.server.game.Moves;
import nomic.server.game.Table.Played;
import nomic.server.notice.Notice;
import nomic.server.rate.Places.Seat;
import nomic.server.token.Authentication;
import nomic.server.token.Identity;
import nomic.server.token.Scope;
import nomic.server.web.Body;
import nomic.server.web.Problem;
import nomic.server.web.Rejection;
import nomic.server.web.Routes;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What is said over one connection. Frames are handled one at a time. */
final class Conversation {
    private static final System.Logger LOG = System.getLogger(Conversation.class.getName());
    private static final int MOST_SUBSCRIPTIONS = 100;

    /** A client that has missed more events than this is sent the game instead. */
    private static final long LONG_GAP = 1000;

    private final Live live;
    private final Outbox outbox;
    private final Consumer<End> ending;
    private final Map<GameId, Subscription> subscriptions = new HashMap<>();
    private @Nullable Cursor<Notice> told;
    private @Nullable Identity identity;
    private Seat.@Nullable Taken seat;
    private String address = "";

    /**
     * @param ending ends the connection, and does not block
     */
    Conversation(Live live, Outbox outbox, Consumer<End> ending) {
        this.live = live;
        this.outbox = outbox;
        this.ending = ending;
    }

    /**
     * Takes somebody for who is speaking from here on; a problem where that cannot be. What was
     * told to who was there before is told no more.
     */
    @Nullable Problem authenticate(String token) {
        forget();
        Problem refused = enter(token);
        rename();
        return refused;
    }

    private @Nullable Problem enter(String token) {
        Identity who = live.authentication().identity(token);
        if (who == null) {
            return live.authentication().invalid();
        }
        return switch (live.rates().sockets().of(who.account().id().toString())) {
            case Seat.Refused(Problem problem) -> problem;
            case Seat.Taken taken -> {
                identity = who;
                seat = taken;
                yield null;
            }
        };
    }

    private void forget() {
        tellNothing();
        identity = null;
        if (seat != null) {
            seat.close();
            seat = null;
        }
    }

    /** Who watches is known by another name. */
    private void rename() {
        String viewer = live.viewer(identity);
        subscriptions.values().forEach(each -> each.watcher().rename(viewer));
    }

    /** Says where the connection comes from. */
    void from(String where) {
        address = where;
    }

    /** Whether the token of who is there is good still, though it may have expired. */
    boolean stands() {
        return identity == null || live.authentication().stands(identity);
    }

    /** Says that the connection lives, where there are subscriptions that say nothing else. */
    void showLife() {
        if (!subscriptions.isEmpty()) {
            boolean _ = outbox.spare(heartbeat());
        }
    }

    private ClientOut heartbeat() {
        var heads = new TreeMap<String, Long>();
        subscriptions.forEach((game, each) -> heads.put(game.value(), each.events().place()));
        return new ClientOut.Heartbeat(live.now().toString(), heads);
    }

    /** Answers a frame; nothing that a frame says ends the connection. */
    void hear(String frame) {
        String id = null;
        try {
            Problem often = tooOften();
            Body body = Body.parse(frame);
            id = Frames.id(body);
            if (often == null) {
                act(Frames.read(body, id));
            } else {
                refuse(id, often);
            }
        } catch (Rejection e) {
            refuse(id, e.problem());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, () -> "A frame failed: " + Trace.of(e));
            refuse(id, Routes.failed(e));
        }
    }

    /** Every frame counts, whatever it says: of its account, else of its address. */
    private @Nullable Problem tooOften() {
        return identity == null
                ? live.rates().nameless(address)
                : live.authentication().tooOften(identity);
    }

    private void act(ClientIn frame) {
        switch (frame) {
            case ClientIn.Authenticate(var id, var token) -> {
                Problem problem = authenticate(token);
                if (problem == null) {
                    confirm(id);
                } else {
                    refuse(id, problem);
                }
            }
            case ClientIn.Subscribe subscribe -> subscribe(subscribe);
            case ClientIn.Unsubscribe(var id, var game) -> {
                Subscription ended = subscriptions.remove(game);
                if (ended != null) {
                    ended.close();
                }
                confirm(id);
            }
            case ClientIn.Notifications wanted -> follow(wanted);
            case ClientIn.Ping(var id) -> {
                outbox.offer(heartbeat());
                confirm(id);
            }
            case ClientIn.Move move -> play(move);
        }
    }

    /** A second subscription to a game replaces the first. */
    private void subscribe(ClientIn.Subscribe subscribe) {
        GameId game = subscribe.game();
        if (!live.sees(game, identity)) {
            refuse(subscribe.id(), UNKNOWN_GAME.because("There is no game " + game + "."));
            return;
        }
        Subscription before = subscriptions.remove(game);
        if (before != null) {
            before.close();
        }
        if (subscriptions.size() == MOST_SUBSCRIPTIONS) {
            String limit = "A connection has " + MOST_SUBSCRIPTIONS + " subscriptions at most.";
            refuse(subscribe.id(), UNAVAILABLE.because(limit));
            return;
        }
        long head = live.head(game);
        if (subscribe.since() > head && !live.hasHappened(game, subscribe.since())) {
            refuse(subscribe.id(), beyond(subscribe, head));
            return;
        }
        ClientOut.Snapshot snapshot =
                wantsSnapshot(subscribe, head) ? live.snapshot(game, identity) : null;
        long since = snapshot == null ? subscribe.since() : snapshot.head();
        Subscription subscription = live.subscription(subscribe, since, identity, outbox);
        subscriptions.put(game, subscription);
        confirm(subscribe.id());
        if (snapshot != null && !put(snapshot)) {
            return;
        }
        if (subscribe.presence()) {
            live.presence().greet(subscription.watcher());
        }
        subscription.open(game, live.feed(), live.rooms().feed());
    }

    private static boolean wantsSnapshot(ClientIn.Subscribe subscribe, long head) {
        Boolean wish = subscribe.snapshot();
        return wish == null ? head - subscribe.since() > LONG_GAP : wish;
    }

    private static Problem beyond(ClientIn.Subscribe subscribe, long head) {
        return BAD_ARGUMENT
                .because(
                        "Member 'since' is %d, and the last event of the game has the number %d."
                                .formatted(subscribe.since(), head))
                .with("head", head);
    }

    /** Waits for room in the outbox; false where the connection ends. */
    private boolean put(ClientOut frame) {
        try {
            return outbox.put(frame);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A second wish replaces the first. */
    private void follow(ClientIn.Notifications wanted) {
        Identity who = identity;
        if (who == null || !live.authentication().stands(who)) {
            refuse(wanted.id(), who == null ? nobody() : live.authentication().invalid());
        } else if (!who.may(Scope.GAME_READ)) {
            refuse(wanted.id(), Authentication.lacks(Scope.GAME_READ));
        } else {
            tellNothing();
            Cursor<Notice> cursor = live.told(wanted.since(), who, outbox);
            confirm(wanted.id());
            told = cursor;
            cursor.open(listener -> live.notices().listen(who.account().name(), listener));
        }
    }

    private void tellNothing() {
        if (told != null) {
            told.close();
            told = null;
        }
    }

    private static Problem nobody() {
        return NOT_AUTHENTICATED.because(
                "Send {\"type\": \"authenticate\", \"token\": ...} first.");
    }

    private void play(ClientIn.Move move) {
        Identity mover = identity;
        if (mover == null) {
            refuse(move.id(), nobody());
        } else if (!live.authentication().stands(mover)) {
            forget();
            rename();
            refuse(move.id(), live.authentication().invalid());
            ending.accept(End.TOKEN_ENDED);
        } else if (!mover.may(Moves.scope(move.command()))) {
            refuse(move.id(), Authentication.lacks(Moves.scope(move.command())));
        } else {
            var _ =
                    live.table()
                            .play(move.game(), mover.account().name(), move.id(), move.command())
                            .thenAccept(played -> tell(move.id(), played));
        }
    }

    private void tell(String id, Played played) {
        switch (played) {
            case Played.Done(var events) -> outbox.offer(done(id, events));
            case Played.Declined(var problem) -> refuse(id, problem);
        }
    }

    private static ClientOut done(String id, List<Recorded> events) {
        int proposal = MoveRoutes.number(events);
        int caseNumber = MoveRoutes.caseNumber(events);
        return new ClientOut.Reply(
                id,
                true,
                EventJson.of(events),
                proposal == 0 ? null : proposal,
                caseNumber == 0 ? null : caseNumber,
                null);
    }

    private void confirm(@Nullable String id) {
        if (id != null) {
            outbox.offer(ClientOut.Reply.done(id));
        }
    }

    private void refuse(@Nullable String id, Problem problem) {
        outbox.offer(
                id == null
                        ? new ClientOut.Error(problem.json())
                        : new ClientOut.Reply(id, false, null, null, null, problem.json()));
    }

    void end() {
        forget();
        subscriptions.values().forEach(Subscription::close);
        subscriptions.clear();
    }
}
