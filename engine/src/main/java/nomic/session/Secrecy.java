package nomic.session;

import nomic.game.Cause;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.game.OfferEntry;
import nomic.game.Secret;
import nomic.law.Act;
import nomic.law.BallotCast;
import nomic.law.Vote;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Keeps secrets out of what a command leaves behind: marks its events with those who may see them,
 * and takes concealed facts out of its causes. It knows of which fact each description in a cause
 * is, since facts get their keys after rules have matched them.
 */
final class Secrecy {
    /** A fact that causes may describe, by the key that it has at last. */
    static final class Source {
        private String key;

        private Source(String key) {
            this.key = key;
        }

        void rename(String next) {
            key = next;
        }
    }

    /** Looked into and never walked through, so that its order does not matter. */
    private final Map<Map<String, Object>, Source> descriptions = new IdentityHashMap<>();

    /** The source of a fact under a key; null where the fact can be no secret. */
    static @Nullable Source source(String key, Object fact) {
        return switch (fact) {
            case BallotCast cast -> new Source(Secret.ballot(cast.proposal(), cast.voter()));
            case Vote vote -> new Source(Secret.ballot(vote.proposal(), vote.player()));
            case Act act -> new Source(action(act.player(), act.name()));
            default ->
                    key.startsWith("Ballot/") || key.startsWith("Offer/") ? new Source(key) : null;
        };
    }

    /** The source of a rule's own fact, which may have a passing key. */
    static Source ownSource(String key) {
        return new Source(key);
    }

    private static String action(String player, String name) {
        return "Act/" + player + "/" + name;
    }

    /** A cause will describe a fact. */
    void describe(Map<String, Object> description, @Nullable Source source) {
        if (source != null) {
            descriptions.put(description, source);
        }
    }

    /** The events of a command as they are to be kept. */
    List<Occurrence> kept(List<Occurrence> events, GameState before, GameState after) {
        Map<String, SortedSet<String>> secrets = secrets(events, before);
        if (secrets.isEmpty()) {
            return events;
        }
        actions(before, secrets);
        actions(after, secrets);
        return events.stream().map(each -> kept(each, secrets)).toList();
    }

    /** Who may see what was secret before the command or has become so. */
    private static Map<String, SortedSet<String>> secrets(
            List<Occurrence> events, GameState before) {
        var secrets = new HashMap<String, SortedSet<String>>();
        before.secrets().forEach((key, secret) -> secrets.put(key, secret.players()));
        for (Occurrence occurrence : events) {
            if (occurrence.event() instanceof Event.FactConcealed e) {
                secrets.put(e.key(), e.players());
            } else if (occurrence.event() instanceof Event.FactRevealed e) {
                secrets.remove(e.key());
            }
        }
        return secrets;
    }

    /** What is done by a secret offer is as secret as the offer. */
    private static void actions(GameState state, Map<String, SortedSet<String>> secrets) {
        for (OfferEntry entry : state.offers().values()) {
            SortedSet<String> players = secrets.get(Secret.offer(entry.offer().id()));
            if (players != null) {
                secrets.put(action(entry.offer().player(), entry.offer().name()), players);
            }
        }
    }

    private Occurrence kept(Occurrence occurrence, Map<String, SortedSet<String>> secrets) {
        Event event = occurrence.event();
        SortedSet<String> only = secrets.get(key(event));
        if (event instanceof Event.Overruled e) {
            var by = kept(e.by(), secrets);
            event = new Event.Overruled(e.claim(), e.subject(), e.amount(), by, e.reason());
        }
        Cause cause =
                occurrence.cause() instanceof Cause.ByRule rule
                        ? kept(rule, secrets)
                        : occurrence.cause();
        return new Occurrence(event, cause, only == null ? occurrence.only() : only);
    }

    private static String key(Event event) {
        return event instanceof Event.ActionTaken e
                ? action(e.player(), e.name())
                : Event.Hidden.of(event).key();
    }

    private Cause.ByRule kept(Cause.ByRule cause, Map<String, SortedSet<String>> secrets) {
        List<Map<String, Object>> facts =
                cause.facts().stream().map(fact -> kept(fact, secrets)).toList();
        return new Cause.ByRule(cause.rule(), cause.revision(), cause.name(), facts);
    }

    private Map<String, Object> kept(Map<String, Object> fact, Map<String, ?> secrets) {
        Source source = descriptions.get(fact);
        if (source == null || !secrets.containsKey(source.key)) {
            return fact;
        }
        var hidden = new TreeMap<String, Object>();
        hidden.put("hidden", true);
        hidden.put("type", String.valueOf(fact.get("type")));
        return hidden;
    }
}
