package nomic.server.store;

import nomic.game.Command;
import nomic.game.Envelope;

import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** What a player has sent to all games. */
public final class PlayedCommands {
    private final SessionFactory sessions;

    public PlayedCommands(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * A command without the seed of its dice, which stays secret.
     *
     * @param position in the log of the game
     * @param command null for a fork, which has all of another game in it
     */
    public record Played(String game, long position, Instant at, @Nullable Command command) {}

    /** The commands of a player, game by game and in their order. */
    public List<Played> of(String player) {
        return sessions.fromStatelessTransaction(
                session ->
                        session
                                .createSelectionQuery(
                                        "from StoredCommand where player = :player"
                                                + " order by key.game, key.position",
                                        StoredCommand.class)
                                .setParameter("player", player)
                                .getResultList()
                                .stream()
                                .map(PlayedCommands::played)
                                .toList());
    }

    private static Played played(StoredCommand stored) {
        Envelope envelope = stored.readEnvelope();
        Command command = envelope.command();
        return new Played(
                stored.key.game(),
                stored.key.position(),
                envelope.at(),
                command instanceof Command.ForkGame ? null : command);
    }
}
