package nomic.server.store;

import nomic.game.Envelope;
import nomic.game.Occurrence;
import nomic.log.Entry;
import nomic.log.GameId;
import nomic.log.Recorded;

import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one session reads of a game. */
final class StoredEntries {
    private final StatelessSession session;
    private final GameId game;

    StoredEntries(StatelessSession session, GameId game) {
        this.session = session;
        this.game = game;
    }

    @Nullable Entry find(String player, String command) {
        StoredCommand found =
                commands("player = :player and command = :command")
                        .setParameter("player", player)
                        .setParameter("command", command)
                        .getSingleResultOrNull();
        return found == null ? null : withEvents(List.of(found)).getFirst();
    }

    List<Entry> after(long position, int limit) {
        return withEvents(
                commands("key.position > :after order by key.position")
                        .setParameter("after", position)
                        .setMaxResults(limit)
                        .getResultList());
    }

    List<Recorded> eventsAfter(long seq, int limit) {
        List<StoredEvent> events =
                events("key.seq > :after order by key.seq")
                        .setParameter("after", seq)
                        .setMaxResults(limit)
                        .getResultList();
        Map<Long, Envelope> envelopes = envelopes(events);
        return events.stream().map(event -> event.recorded(envelopes)).toList();
    }

    private List<Entry> withEvents(List<StoredCommand> commands) {
        if (commands.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Occurrence>> byPosition = new HashMap<>();
        events("key.seq between :first and :last order by key.seq")
                .setParameter("first", commands.getFirst().firstSeq)
                .setParameter("last", commands.getLast().lastSeq)
                .getResultList()
                .forEach(
                        event ->
                                byPosition
                                        .computeIfAbsent(event.position, _ -> new ArrayList<>())
                                        .add(event.occurrence()));
        return commands.stream()
                .map(
                        command ->
                                command.entry(
                                        byPosition.getOrDefault(command.key.position(), List.of())))
                .toList();
    }

    private Map<Long, Envelope> envelopes(List<StoredEvent> events) {
        Map<Long, Envelope> envelopes = new HashMap<>();
        if (!events.isEmpty()) {
            commands("key.position between :from and :to")
                    .setParameter("from", events.getFirst().position)
                    .setParameter("to", events.getLast().position)
                    .getResultList()
                    .forEach(
                            command ->
                                    envelopes.put(command.key.position(), command.readEnvelope()));
        }
        return envelopes;
    }

    private SelectionQuery<StoredCommand> commands(String condition) {
        return of("StoredCommand", condition, StoredCommand.class);
    }

    private SelectionQuery<StoredEvent> events(String condition) {
        return of("StoredEvent", condition, StoredEvent.class);
    }

    private <T> SelectionQuery<T> of(String entity, String condition, Class<T> type) {
        return session.createSelectionQuery(
                        "from " + entity + " where key.game = :game and " + condition, type)
                .setParameter("game", game.value());
    }
}
