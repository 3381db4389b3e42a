package nomic.script;

import nomic.game.Decided;
import nomic.game.GameState;

import java.util.List;

/**
 * A scripted game that has been played, up to its end or its first failing step.
 *
 * @param script the name of the script
 * @param state the state after the last step that was played
 */
public record Played(
        String script, List<PlayedStep> steps, List<Failure> failures, GameState state) {
    public Played {
        steps = List.copyOf(steps);
        failures = List.copyOf(failures);
    }

    public boolean passed() {
        return failures.isEmpty();
    }

    /** The failures as {@code script:line: message}, one a line; empty where there are none. */
    public String report() {
        return String.join(
                "\n",
                failures.stream().map(f -> script + ":" + f.line() + ": " + f.message()).toList());
    }

    /**
     * A step of the script with the commands that it took.
     *
     * @param what the step in words
     */
    public record PlayedStep(int line, String what, List<Decided> decided) {
        public PlayedStep {
            decided = List.copyOf(decided);
        }
    }
}
