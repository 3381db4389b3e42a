package nomic.server.game;

import nomic.game.GameStatus;
import nomic.log.GameId;
import nomic.record.RecordKey;
import nomic.record.RecordWriter;
import nomic.server.token.Authentication;
import nomic.server.token.Scope;
import nomic.server.web.Answer;
import nomic.server.web.ProblemType;
import nomic.server.web.Request;
import nomic.server.web.Route;

import java.util.List;

/** Games as files that can be taken elsewhere. */
public final class ExportRoutes {
    public static final String MEDIA_TYPE = "application/x-ndjson";

    private final Sight sight;
    private final Authentication authentication;
    private final RecordWriter writer;
    private final RecordKey key;

    public ExportRoutes(
            Sight sight, Authentication authentication, RecordWriter writer, RecordKey key) {
        this.sight = sight;
        this.authentication = authentication;
        this.writer = writer;
        this.key = key;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/games/{id}/record", this::record).as(MEDIA_TYPE),
                Route.get("/api/v1/record-key", this::key));
    }

    /** A JSON Web Key (RFC 8037). */
    private record KeyView(String kty, String crv, String x, String use, String alg) {}

    private Answer key(Request request) {
        return Answer.ok(new KeyView("OKP", "Ed25519", key.open(), "sig", "EdDSA"));
    }

    /** With the seeds of the dice, which foretell all that is to come in a game in progress. */
    private Answer record(Request request) {
        GameId game = Sight.id(request);
        boolean over = sight.of(request).state().status() == GameStatus.FINISHED;
        boolean administers =
                request.header("Authorization") != null
                        && authentication.identity(request).may(Scope.ADMIN);
        if (!over && !administers) {
            return Answer.problem(
                    ProblemType.GAME_NOT_OVER.because(
                            "The record of game "
                                    + game
                                    + " can be had when the game is over; its events are at"
                                    + " /api/v1/games/"
                                    + game
                                    + "/events."));
        }
        return Answer.file(MEDIA_TYPE, "nomic-" + game + ".ndjson", out -> writer.write(game, out));
    }
}
