package nomic.server.cli;

import nomic.code.Checker;
import nomic.game.GameState;
import nomic.game.Logged;
import nomic.game.ProposalEntry;
import nomic.game.Recent;
import nomic.law.Player;
import nomic.log.Entry;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.preview.ForkingPreviewer;
import nomic.preview.Preview;
import nomic.preview.Question;
import nomic.preview.Subject;
import nomic.ruleset.MalformedFile;
import nomic.server.CannotStart;
import nomic.server.game.PreviewView;
import nomic.session.Interpreter;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

/** Says what a proposal or a draft would do in a stored game. */
@Command(
        name = "preview",
        description = {
            "Says what an open proposal, or a rule in a file, would do in a game;",
            "stop a server on H2 before. The game is not touched.",
            "The exit status is 0 if it would be adopted when all vote for it, 1 if not,",
            "2 if a rule would be suspended for a fault or a limit."
        },
        mixinStandardHelpOptions = true)
final class PreviewCommand implements Callable<Integer> {
    private static final int PAGE = 200;

    @Mixin private Output output = new Output();
    @Mixin private Storage storage = new Storage();

    @Option(names = "--game", paramLabel = "ID", required = true, description = "the game")
    private String game = "";

    @Option(names = "--proposal", paramLabel = "N", description = "an open proposal of the game")
    private int proposal;

    @Option(
            names = "--player",
            paramLabel = "NAME",
            description = "who proposes what is in the file (default: whose turn it is)")
    private String player = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "of the random turns (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "a rule in DRL or, named *.dslr, in sentences")
    private @Nullable Path file;

    @Override
    public Integer call() {
        if ((file == null) == (proposal == 0)) {
            throw output.wrong("Give either --proposal or a FILE");
        }
        try {
            return storage.with(this::preview);
        } catch (CannotStart | MalformedFile e) {
            throw output.wrong(e);
        }
    }

    private int preview(GameLog log) {
        Recent recent = recent(log, new GameId(game));
        GameState state = recent.state();
        if (!state.exists()) {
            throw output.wrong("There is no game " + game);
        }
        Subject subject = file == null ? open(state) : draft(state, file);
        try (var interpreter = new Interpreter(new Checker())) {
            return report(
                    new ForkingPreviewer(interpreter).preview(new Question(recent, subject, seed)));
        }
    }

    private static Recent recent(GameLog log, GameId game) {
        Recent recent = Recent.NONE;
        long position = 0;
        List<Entry> page;
        do {
            page = log.entries(game, position, PAGE);
            for (Entry entry : page) {
                recent = recent.then(new Logged(entry.envelope(), entry.outcome(), entry.events()));
                position = entry.position();
            }
        } while (page.size() == PAGE);
        return recent;
    }

    private Subject open(GameState state) {
        ProposalEntry found = state.proposals().get(proposal);
        if (found == null || !found.open()) {
            throw output.wrong("Proposal " + proposal + " is not open in game " + game);
        }
        return new Subject.Open(proposal);
    }

    private Subject draft(GameState state, Path from) {
        return new Subject.Draft(
                player.isEmpty() ? mover(state) : player, LawFile.read(from, output).proposal());
    }

    private static String mover(GameState state) {
        var turn = state.turn();
        return turn != null
                ? turn.player()
                : state.players().values().stream()
                        .filter(Player::isActive)
                        .min(Comparator.comparingInt(Player::seat))
                        .map(Player::name)
                        .orElse("");
    }

    private int report(Preview preview) {
        if (output.json()) {
            output.json(PreviewView.of(preview));
        } else {
            PreviewLines.of(preview).forEach(output::line);
        }
        if (!preview.suspended().isEmpty()) {
            return Nomic.SUSPENDED;
        }
        return preview.adoption().adopted() ? Nomic.OK : Nomic.REFUSED;
    }
}
