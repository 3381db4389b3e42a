package nomic.server.cli;

import nomic.code.Checker;
import nomic.game.Command;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.log.Entry;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.server.CannotStart;
import nomic.server.game.Moves;
import nomic.server.web.Body;
import nomic.session.Interpreter;
import nomic.why.Chronicle;
import nomic.why.Doubter;
import nomic.why.Explainer;
import nomic.why.NotWon;
import nomic.why.Why;
import nomic.why.WhyNot;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/** Explains a game that is kept in a data folder or database. */
@picocli.CommandLine.Command(
        name = "why",
        description = {
            "Explains why something happened or is so, or why something cannot be done:",
            "  event SEQ     why an event happened",
            "  fact NAME     why something is so, such as holding/ann/points, rule/203, turn",
            "  win PLAYER    what a player lacks to win",
            "  move PLAYER FILE   why a move in JSON cannot be made now",
            "Stop a server on H2 before. The exit status is 0 if there is an answer."
        },
        mixinStandardHelpOptions = true)
final class WhyCommand implements Callable<Integer> {
    private static final int PAGE = 200;
    private static final int DEPTH = 4;

    @Mixin private Output output = new Output();
    @Mixin private Storage storage = new Storage();

    @Option(
            names = "--depth",
            paramLabel = "EVENTS",
            description =
                    "how many events may stand one behind another (default: ${DEFAULT-VALUE})")
    private int depth = DEPTH;

    @Parameters(index = "0", paramLabel = "GAME", description = "the id of the game")
    private String game = "";

    @Parameters(index = "1", paramLabel = "WHAT", description = "event, fact, win or move")
    private String what = "";

    @Parameters(index = "2", paramLabel = "NAME", description = "of what")
    private String name = "";

    @Parameters(index = "3", arity = "0..1", paramLabel = "FILE", description = "a move in JSON")
    private @Nullable Path file;

    /** A game as the log has it. */
    private record Told(Chronicle chronicle, GameState state, Instant last) {}

    @Override
    public Integer call() {
        try {
            return storage.with(this::answer);
        } catch (CannotStart e) {
            throw output.wrong(e);
        }
    }

    private int answer(GameLog log) {
        Told told = read(log);
        if (!told.state().exists()) {
            throw output.wrong("There is no game " + game);
        }
        var explainer = new Explainer(told.chronicle(), told.state(), depth);
        return switch (what) {
            case "event" -> print(explainer.event(number()), "There is no event " + name);
            case "fact" ->
                    print(
                            explainer.fact(name),
                            "Nothing is on record under this name; ask for " + Explainer.FACTS);
            case "win" -> win(told);
            case "move" -> move(told);
            default -> throw output.wrong("Ask for event, fact, win or move, not " + what);
        };
    }

    private long number() {
        if (!name.matches("[0-9]{1,18}")) {
            throw output.wrong("An event has a number, not " + name);
        }
        return Long.parseLong(name);
    }

    private Told read(GameLog log) {
        var id = new GameId(game);
        var chronicle = new Chronicle();
        chronicle.follow(log, id);
        GameState state = GameState.NONE;
        Instant last = Instant.EPOCH;
        long position = 0;
        List<Entry> page;
        do {
            page = log.entries(id, position, PAGE);
            for (Entry entry : page) {
                state =
                        Evolution.evolve(
                                state, entry.events().stream().map(Occurrence::event).toList());
                last = entry.envelope().at();
                position = entry.position();
            }
        } while (page.size() == PAGE);
        return new Told(chronicle, state, last);
    }

    private int win(Told told) {
        if (!told.state().players().containsKey(name)) {
            throw output.wrong("No player of the game is called " + name);
        }
        var checker = new Checker();
        try (var interpreter = new Interpreter(checker)) {
            NotWon answer = new Doubter(interpreter, checker).win(told.state(), told.last(), name);
            return written(answer, answer.text());
        }
    }

    private int move(Told told) {
        if (file == null) {
            throw output.wrong("Name a file with a move in JSON");
        }
        Body body = Body.parse(output.read(file));
        Command move = Moves.read(body.text("type", 100), body);
        if (move == null) {
            throw output.wrong("The type of a move is " + Moves.TYPES);
        }
        var checker = new Checker();
        try (var interpreter = new Interpreter(checker)) {
            WhyNot answer =
                    new Doubter(interpreter, checker).move(told.state(), told.last(), name, move);
            return written(answer, answer.text());
        }
    }

    private int print(@Nullable Why why, String none) {
        if (why == null) {
            throw output.wrong(none);
        }
        return written(why, why.text());
    }

    private int written(Object answer, String text) {
        if (output.json()) {
            output.json(answer);
        } else {
            output.line(text.stripTrailing());
        }
        return Nomic.OK;
    }
}
