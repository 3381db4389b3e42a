package nomic.script;

import nomic.game.Decided;
import nomic.game.Decider;
import nomic.game.Limits;
import nomic.ruleset.MalformedFile;
import nomic.ruleset.Rulesets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A game written down as moves and expected events; docs/scripts.md describes the format. */
public final class ScriptedGame {
    static final Instant BEGINS = Instant.parse("2026-01-01T12:00:00Z");

    private final Path file;
    private final Node.Mapping script;

    private ScriptedGame(Path file, Node.Mapping script) {
        this.file = file;
        this.script = script;
    }

    /** Reads a script; throws {@link MalformedFile}. Files that it names stand beside it. */
    public static ScriptedGame read(Path file) {
        try {
            return new ScriptedGame(file, parse(file, Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static Node.Mapping parse(Path file, String text) {
        if (Node.read(file.toString(), text) instanceof Node.Mapping mapping) {
            return mapping;
        }
        throw new MalformedFile(
                file.toString(),
                1,
                "A script is a mapping",
                "Write ruleset:, players: and moves: at its top.");
    }

    /**
     * Plays the game up to its end or the first step that fails; throws {@link MalformedFile} where
     * the script asks for what there is not.
     */
    public Played play(Decider decider, Rulesets rulesets) {
        return play(decider, rulesets, Limits.STANDARD);
    }

    /** The same in a game of other limits. */
    public Played play(Decider decider, Rulesets rulesets, Limits limits) {
        String name = file.toString();
        var read = new StepReader(name, file.toAbsolutePath().getParent());
        List<Step> steps = new ScriptReader(read, rulesets, limits).steps(script);
        Table table = new Table(decider, read.seed(script), read.begins(script));
        var played = new ArrayList<Played.PlayedStep>();
        for (Step step : steps) {
            List<Decided> decided = step.play(table);
            played.add(new Played.PlayedStep(step.line(), step.what(), decided));
            List<Failure> failures = step.expected().failures(step.line(), decided, table.state());
            if (!failures.isEmpty()) {
                return new Played(name, played, failures, table.state());
            }
        }
        return new Played(name, played, List.of(), table.state());
    }
}
