package nomic.preview;

import nomic.game.Canonical;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Envelope;
import nomic.game.GameState;
import nomic.game.Logged;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.game.Refusal;
import nomic.game.RuleEntry;
import nomic.session.Interpreter;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The last commands of a game, each decided again on the state that was before it, but with the
 * rules as the change leaves them. So one difference brings no others after it.
 */
final class Replays {
    private static final int MOST_EVENTS = 20;

    private final Interpreter interpreter;
    private final Budget budget;
    private final Question question;
    private final SortedMap<Integer, RuleEntry> changed;
    private final List<PastMove> moves = new ArrayList<>();
    private int skipped;

    Replays(Interpreter interpreter, Budget budget, Question question, Differences differences) {
        this.interpreter = interpreter;
        this.budget = budget;
        this.question = question;
        this.changed = changed(differences.before(), differences.after());
    }

    private static SortedMap<Integer, RuleEntry> changed(GameState before, GameState after) {
        var changed = new TreeMap<>(after.rulebook());
        changed.entrySet()
                .removeIf(entry -> entry.getValue().equals(before.rulebook().get(entry.getKey())));
        return changed;
    }

    List<PastMove> play() {
        GameState state = question.recent().before();
        for (Logged command : question.recent().commands()) {
            if (state.exists()) {
                replay(state, command);
            }
            state = command.after(state);
        }
        return List.copyOf(moves);
    }

    /** How many there was no budget for. */
    int skipped() {
        return skipped;
    }

    private void replay(GameState before, Logged command) {
        GameState under = budget.isSpent() ? null : interpreter.under(before, changed);
        if (under == null) {
            skipped++;
            return;
        }
        Envelope logged = command.envelope();
        Envelope envelope = logged;
        for (var stopped : question.stopped()) {
            envelope = envelope.without(stopped);
        }
        Decided decided = interpreter.decideOnFork(under, envelope).decided();
        budget.spend(decided);
        moves.add(
                new PastMove(
                        logged.id(),
                        logged.player(),
                        word(logged.command()),
                        refused(command.outcome()),
                        refused(decided.outcome()),
                        without(command.events(), decided.events()),
                        without(decided.events(), command.events())));
    }

    /** {@code EndTurn} is {@code end-turn}. */
    private static String word(Command command) {
        return command.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static String refused(Outcome outcome) {
        return outcome instanceof Outcome.Refused(Refusal why) ? why.reason() : "";
    }

    /** Some events less some others, each as often as it is there; causes are not compared. */
    private static List<Occurrence> without(List<Occurrence> events, List<Occurrence> others) {
        Map<String, Integer> counts = new HashMap<>();
        others.forEach(other -> counts.merge(Canonical.text(other.event()), 1, Integer::sum));
        return events.stream().filter(event -> isOver(counts, event)).limit(MOST_EVENTS).toList();
    }

    private static boolean isOver(Map<String, Integer> counts, Occurrence occurrence) {
        String text = Canonical.text(occurrence.event());
        @Nullable Integer left = counts.computeIfPresent(text, (_, count) -> count - 1);
        return left == null || left < 0;
    }
}
