package nomic.server.hook;

import com.fasterxml.jackson.databind.node.ObjectNode;

import nomic.log.GameId;
import nomic.log.Recorded;
import nomic.server.game.EventJson;
import nomic.server.notice.Follower;
import nomic.server.notice.Notice;
import nomic.server.notice.Notices;
import nomic.server.web.Json;

import org.hibernate.StatelessSession;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes down what webhooks are to be called about, in the transaction in which it is noticed. */
public final class Intake implements Notices.Onward, Follower.Taker {
    /** How much may wait for one webhook. */
    static final int MOST_WAITING = 1000;

    private final InstantSource clock;

    public Intake(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void take(StatelessSession session, String account, Notice notice) {
        String type = Json.word(notice.kind());
        for (StoredHook hook : Hooks.hooks(session, "account = :value", account)) {
            if (hook.wants(type, notice.game())) {
                put(session, hook, type, notice.game(), notice.at(), notice);
            }
        }
    }

    @Override
    public void take(StatelessSession session, GameId game, List<Recorded> events) {
        for (StoredHook hook : Hooks.hooks(session, "game = :value", game.value())) {
            if (hook.wants(Topic.EVENT, game.value())) {
                for (Recorded event : events) {
                    var seen = event.seenBy(hook.account);
                    var data = new Happened(game.value(), EventJson.of(seen));
                    put(session, hook, Topic.EVENT, game.value(), event.at(), data);
                }
            }
        }
    }

    /** What is said of an event. */
    private record Happened(String game, ObjectNode event) {}

    private void put(
            StatelessSession session,
            StoredHook hook,
            String type,
            String game,
            Instant at,
            Object data) {
        if (hook.disabled != null) {
            return;
        }
        if (waiting(session, hook) >= MOST_WAITING) {
            hook.disabled = MOST_WAITING + " calls wait: the host answers too slowly, or not";
            disable(session, hook);
            return;
        }
        session.insert(new StoredDelivery(hook, type, game, Letter.text(type, at, data), now()));
    }

    private void disable(StatelessSession session, StoredHook hook) {
        session.createMutationQuery(
                        "update StoredHook set disabled = :why, disabledAt = :now where id = :id")
                .setParameter("why", hook.disabled)
                .setParameter("now", now())
                .setParameter("id", hook.id)
                .executeUpdate();
    }

    private static long waiting(StatelessSession session, StoredHook hook) {
        return session.createSelectionQuery(
                        "select count(*) from StoredDelivery where hook.id = :hook"
                                + " and status = PENDING",
                        Long.class)
                .setParameter("hook", hook.id)
                .getSingleResult();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
