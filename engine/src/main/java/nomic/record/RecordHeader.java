package nomic.record;

import static java.util.Objects.requireNonNull;

import nomic.game.GameState;
import nomic.game.GameStatus;
import nomic.law.Player;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What the first line of a record says of its game; information only, the entries say the same.
 *
 * @param format always {@link #FORMAT}
 * @param version of the format
 * @param engine the version of the program that wrote it
 * @param players in the order of their seats
 * @param created the time of the first command
 * @param status of the game after the last entry
 */
public record RecordHeader(
        String format,
        int version,
        String engine,
        String game,
        String name,
        String ruleset,
        String master,
        List<String> players,
        Instant created,
        GameStatus status) {
    static final String FORMAT = "nomic-record";
    static final int VERSION = 1;

    public RecordHeader {
        requireNonNull(format);
        requireNonNull(engine);
        requireNonNull(game);
        requireNonNull(name);
        requireNonNull(ruleset);
        requireNonNull(master);
        requireNonNull(created);
        requireNonNull(status);
        players = List.copyOf(players);
    }

    static RecordHeader of(String engine, String game, GameState state, Instant created) {
        return new RecordHeader(
                FORMAT,
                VERSION,
                engine,
                game,
                state.name(),
                state.ruleset(),
                state.master(),
                state.players().values().stream()
                        .sorted(Comparator.comparingInt(Player::seat))
                        .map(Player::name)
                        .toList(),
                created,
                state.status());
    }
}
