package nomic.server.game;

import nomic.game.Command;
import nomic.game.Decider;
import nomic.game.GameState;
import nomic.game.GameStatus;
import nomic.game.Limits;
import nomic.game.Origin;
import nomic.game.Past;
import nomic.log.Finding;
import nomic.log.GameId;
import nomic.record.GameRecord;
import nomic.record.RecordKey;
import nomic.ruleset.Rulesets;
import nomic.server.account.Account;
import nomic.server.door.Doors;
import nomic.server.door.Visibility;
import nomic.server.game.Table.Played;
import nomic.server.store.StoredGameLog;
import nomic.server.token.Authentication;
import nomic.server.token.Scope;
import nomic.server.web.Answer;
import nomic.server.web.ProblemType;
import nomic.server.web.Request;
import nomic.server.web.Route;
import nomic.server.work.Workers;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Games from records: one that is over to be read, one that goes on from a place in another, or one
 * that begins with a rulebook.
 */
public final class ImportRoutes {
    private static final int LARGEST = 15 * 1024 * 1024;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_KEY = 100;

    private final StoredGameLog log;
    private final Sight sight;
    private final Table table;
    private final GameViews views;
    private final Doors doors;
    private final Authentication authentication;
    private final Foundation foundation;
    private final Limits limits;
    private final RecordKey key;
    private final Decider decider;
    private final Workers imports;

    /**
     * @param limits of the games that are created
     * @param imports where records are read
     */
    public ImportRoutes(
            StoredGameLog log,
            Sight sight,
            Table table,
            GameViews views,
            Doors doors,
            Authentication authentication,
            Rulesets rulesets,
            Limits limits,
            RecordKey key,
            Decider decider,
            Workers imports) {
        this.log = log;
        this.sight = sight;
        this.table = table;
        this.views = views;
        this.doors = doors;
        this.authentication = authentication;
        this.foundation = new Foundation(rulesets, sight, limits);
        this.limits = limits;
        this.key = key;
        this.decider = decider;
        this.imports = imports;
    }

    public List<Route> routes() {
        return List.of(Route.post("/api/v1/records", this::take));
    }

    /** What is made of a record. */
    private enum As {
        RULEBOOK,
        FORK,
        GAME
    }

    /** What a record is good for. */
    private sealed interface Judged {
        /**
         * @param past what the game was at the wanted place
         * @param own whether this server has signed it
         */
        record Good(GameRecord record, Past past, boolean own) implements Judged {}

        record Bad(String why) implements Judged {}
    }

    private Answer take(Request request) {
        As wanted = request.query("as", As.class);
        As as = wanted == null ? As.RULEBOOK : wanted;
        long at = request.query("at", 1, Long.MAX_VALUE, Long.MAX_VALUE);
        String name = request.query("name", LONGEST_NAME);
        Visibility door = request.query("visibility", Visibility.class);
        Account account =
                authentication.account(request, as == As.GAME ? Scope.ADMIN : Scope.GAME_MASTER);
        boolean trusted = authentication.identity(request).may(Scope.ADMIN);
        byte[] file = request.bytes(ExportRoutes.MEDIA_TYPE, LARGEST);
        boolean decides = as == As.GAME || (as == As.FORK && trusted);
        Judged judged = imports.inTurn(() -> judge(file, at, decides));
        return switch (judged) {
            case null -> Answer.problem(Refusals.busy());
            case Judged.Bad(String why) -> Answer.problem(ProblemType.BAD_RECORD.because(why));
            case Judged.Good good ->
                    switch (as) {
                        case GAME -> game(good, account.name());
                        case FORK -> {
                            requireFork(good, account.name(), trusted);
                            yield begin(request, account, fork(good, name), door);
                        }
                        case RULEBOOK -> begin(request, account, rulebook(good, name), door);
                    };
        };
    }

    /** A record that this server has signed says what happened here, so it is believed. */
    private Judged judge(byte[] file, long at, boolean decides) {
        GameRecord record;
        try {
            switch (GameRecord.read(() -> new ByteArrayInputStream(file), LARGEST)) {
                case GameRecord.Read.Fine fine -> record = fine.record();
                case GameRecord.Read.Refused refused -> {
                    return new Judged.Bad(refused.told());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be read", e);
        }
        if (Sight.id(record.header().game()) == null
                || record.trailer().key().length() > LONGEST_KEY) {
            return new Judged.Bad("Line 1: the id of the game is no UUID.");
        }
        boolean own = record.isSigned() && record.trailer().key().equals(key.open());
        if (decides && !own) {
            List<Finding> findings = record.verify(decider);
            if (!findings.isEmpty()) {
                Finding first = findings.getFirst();
                return new Judged.Bad(
                        "Entry %d: %s: %s; there are %d findings."
                                .formatted(
                                        first.position(),
                                        first.what(),
                                        first.detail(),
                                        findings.size()));
            }
        }
        return switch (record.at(at)) {
            case GameRecord.Reached.Fine(Past past) -> new Judged.Good(record, past, own);
            case GameRecord.Reached.Broken broken -> new Judged.Bad(broken.told());
        };
    }

    private Answer game(Judged.Good good, String viewer) {
        GameId game = good.record().game();
        if (good.past().state().status() != GameStatus.FINISHED) {
            return Answer.problem(
                    ProblemType.GAME_NOT_OVER.because(
                            "Game " + game + " is not over; it can go on as a fork."));
        }
        if (!log.take(game, good.record().log(), "a record", good.record().trailer().key())) {
            return Answer.problem(
                    ProblemType.GAME_EXISTS.because("Game " + game + " is here already."));
        }
        return Answer.created("/api/v1/games/" + game, views.of(game, sight.whole(game), viewer));
    }

    /** Names are those of people here only where this server, or an administrator, says so. */
    private static void requireFork(Judged.Good good, String who, boolean trusted) {
        GameState state = good.past().state();
        if (!trusted && !good.own()) {
            throw ProblemType.FOREIGN_RECORD
                    .because(
                            "The record is signed by another key than that of this server, or was"
                                    + " changed; begin with its rulebook instead.")
                    .rejection();
        }
        if (!trusted && !Gate.belongs(state, who)) {
            throw ProblemType.NOT_A_PLAYER
                    .because("Only its master and players can let the game go on as another.")
                    .rejection();
        }
    }

    private Command fork(Judged.Good good, @Nullable String name) {
        return new Command.ForkGame(named(good, name), origin(good), limits, good.past());
    }

    private Command rulebook(Judged.Good good, @Nullable String name) {
        return foundation.rulebook(named(good, name), origin(good), good.past().state());
    }

    private static String named(Judged.Good good, @Nullable String name) {
        return name == null ? good.past().state().name() : name;
    }

    private static Origin origin(Judged.Good good) {
        return new Origin(good.record().game().value(), good.past().head());
    }

    private Answer begin(
            Request request, Account account, Command founding, @Nullable Visibility door) {
        String command = CommandId.of(request);
        GameId id = new GameId(CommandId.game(account.id(), command).toString());
        if (log.find(id, account.name(), command) == null) {
            doors.set(id, door == null ? Visibility.PUBLIC : door, false);
        }
        return switch (table.play(id, account.name(), command, founding).join()) {
            case Played.Done _ ->
                    Answer.created(
                            "/api/v1/games/" + id, views.of(id, sight.whole(id), account.name()));
            case Played.Declined(var problem) -> Answer.problem(problem);
        };
    }
}
