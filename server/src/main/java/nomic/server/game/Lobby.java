package nomic.server.game;

import nomic.game.GameState;
import nomic.game.GameStatus;
import nomic.law.Player;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Games;
import nomic.server.door.Door;
import nomic.server.door.Doors;
import nomic.server.door.Visibility;
import nomic.server.web.ProblemType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of all games, to choose among them: read from each game when it has gone on since
 * it was read last. Safe for use by many threads.
 */
public final class Lobby {
    private final GameLog log;
    private final Games games;
    private final Doors doors;
    private final Map<GameId, Card> cards = new ConcurrentHashMap<>();

    public Lobby(GameLog log, Games games, Doors doors) {
        this.log = log;
        this.games = games;
        this.doors = doors;
    }

    /**
     * What is known of a game.
     *
     * @param members its master and the players who have not left
     */
    record Card(
            GameId game,
            long head,
            String name,
            String ruleset,
            GameStatus status,
            boolean paused,
            Set<String> members) {
        private static Card of(GameId game, Games.Snapshot snapshot) {
            GameState state = snapshot.state();
            var members = new TreeSet<String>();
            members.add(state.master());
            state.players().values().stream()
                    .filter(player -> !player.isGone())
                    .map(Player::name)
                    .forEach(members::add);
            return new Card(
                    game,
                    snapshot.head(),
                    state.name(),
                    state.ruleset(),
                    state.status(),
                    state.paused() != null,
                    members);
        }
    }

    /** A game and its door. */
    record Place(Card card, Door door) {
        boolean isPublic() {
            return door.visibility() == Visibility.PUBLIC;
        }

        /** Whether everybody can try to join it. */
        boolean isJoinable() {
            return card.status() != GameStatus.FINISHED && !card.paused() && !door.approval();
        }
    }

    /** All games in the order of their creation; rejects a {@code since} that is no game. */
    List<Place> after(@Nullable GameId since) {
        Map<GameId, Door> known = doors.all();
        var places = new ArrayList<Place>();
        boolean begun = since == null;
        var heads = log.heads();
        if (since != null && !heads.containsKey(since)) {
            throw ProblemType.BAD_PARAMETER
                    .because("'since' must be the id of a game, which " + since + " is not")
                    .rejection();
        }
        for (Map.Entry<GameId, Long> each : heads.entrySet()) {
            GameId game = each.getKey();
            if (begun) {
                Card card = card(game, each.getValue());
                if (card != null) {
                    places.add(new Place(card, known.getOrDefault(game, Door.OPEN)));
                }
            }
            begun |= game.equals(since);
        }
        return places;
    }

    private @Nullable Card card(GameId game, long head) {
        Card card = cards.get(game);
        if (card != null && card.head() >= head) {
            return card;
        }
        Games.Snapshot snapshot = games.snapshot(game);
        if (snapshot == null) {
            return null;
        }
        Card fresh = Card.of(game, snapshot);
        cards.put(game, fresh);
        return fresh;
    }
}
