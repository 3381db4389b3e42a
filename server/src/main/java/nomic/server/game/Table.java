package nomic.server.game;

import nomic.game.Command;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.Outcome;
import nomic.log.Entry;
import nomic.log.GameId;
import nomic.log.Games;
import nomic.log.Games.Submitted;
import nomic.log.Recorded;
import nomic.server.web.Problem;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Where players make their moves. */
public final class Table {
    private static final int PATIENCE_SECONDS = 120;
    private static final String UNKNOWN =
            "It is not known whether the command was carried out; send it again under the same id.";

    private final Games games;
    private final Veil veil;
    private final Gate gate;
    private final Breakages breakages;

    public Table(Games games, Gate gate, Breakages breakages) {
        this.games = games;
        this.veil = new Veil(games);
        this.gate = gate;
        this.breakages = breakages;
    }

    /** What a player is told of a move. */
    public sealed interface Played {
        /** It was carried out; the events are in order. */
        record Done(List<Recorded> events) implements Played {}

        /** It was not, or that is not known. */
        record Declined(Problem problem) implements Played {}
    }

    /** Makes a move; the result always comes, and within two minutes. */
    public CompletableFuture<Played> play(
            GameId game, String player, String command, Command move) {
        Problem stopped = gate.stops(game, player, move);
        if (stopped != null) {
            return CompletableFuture.completedFuture(new Played.Declined(stopped));
        }
        return games.submit(game, player, command, move)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .thenApply(submitted -> tested(game, told(submitted)))
                .thenApply(played -> veiled(game, player, played))
                .exceptionally(_ -> new Played.Declined(Refusals.unavailable(UNKNOWN)));
    }

    private Played veiled(GameId game, String player, Played played) {
        return played instanceof Played.Done(var events)
                ? new Played.Done(veil.over(game, events, player))
                : played;
    }

    /** Has it found out which tests a new proposal would break. */
    private Played tested(GameId game, Played played) {
        if (played instanceof Played.Done(var events) && events.stream().anyMatch(Table::isText)) {
            GameState state = games.state(game);
            if (state != null) {
                breakages.look(state, events);
            }
        }
        return played;
    }

    private static boolean isText(Recorded recorded) {
        Event event = recorded.occurrence().event();
        return event instanceof Event.ProposalMade || event instanceof Event.ProposalRevised;
    }

    /** What a player is told of what became of a command. */
    public static Played told(Submitted submitted) {
        return switch (submitted) {
            case Submitted.Done(Entry entry) ->
                    switch (entry.outcome()) {
                        case Outcome.Accepted _ -> new Played.Done(entry.recorded());
                        case Outcome.Refused refused ->
                                new Played.Declined(Refusals.problem(refused.refusal()));
                    };
            case Submitted.IdReused reused -> new Played.Declined(Refusals.idReused(reused));
            case Submitted.Busy _ -> new Played.Declined(Refusals.busy());
            case Submitted.UnknownGame _ -> new Played.Declined(Refusals.unknownGame("of this id"));
            case Submitted.Quarantined(String why) ->
                    new Played.Declined(Refusals.quarantined(why));
            case Submitted.Unavailable(String reason) ->
                    new Played.Declined(Refusals.unavailable(reason));
        };
    }
}
