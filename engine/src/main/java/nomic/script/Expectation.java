package nomic.script;

import com.fasterxml.jackson.databind.JsonNode;

import nomic.code.Diagnostic;
import nomic.game.Canonical;
import nomic.game.Decided;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.game.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is expected of a step.
 *
 * @param events those that come, in this order though others may come between them, and those that
 *     do not come at all
 * @param refused the kind of refusal and what it names; null where the step is not refused
 * @param state members of the state after the step; null where nothing is said of it
 */
record Expectation(
        List<EventPattern> events, Node.@Nullable Mapping refused, Node.@Nullable Mapping state) {
    private static final int LONGEST_EVENT = 300;

    static final Expectation NOTHING = new Expectation(List.of(), null, null);

    /** What of this did not come. */
    List<Failure> failures(int line, List<Decided> decided, GameState after) {
        var failures = new ArrayList<Failure>();
        for (Decided each : decided) {
            if (each.outcome() instanceof Outcome.Refused(Refusal refusal)) {
                refusal(line, refusal, failures);
            } else if (refused != null) {
                failures.add(
                        new Failure(
                                refused.line(),
                                "The move was permitted; expected: refused "
                                        + Subset.show(refused)));
            }
        }
        events(decided, failures);
        state(after, failures);
        return failures;
    }

    private void refusal(int line, Refusal refusal, List<Failure> failures) {
        if (refused == null) {
            failures.add(new Failure(line, "The move was refused: " + show(refusal)));
            return;
        }
        for (Map.Entry<String, Node> wanted : refused.entries().entrySet()) {
            if (!names(refusal, wanted.getKey(), wanted.getValue())) {
                failures.add(
                        new Failure(
                                refused.line(),
                                "The move was refused: "
                                        + show(refusal)
                                        + "; expected: "
                                        + Subset.show(refused)));
            }
        }
    }

    private static boolean names(Refusal refusal, String key, Node value) {
        String wanted = Subset.show(value);
        return switch (key) {
            case "rule" ->
                    refusal instanceof Refusal.Forbidden forbidden
                            && String.valueOf(forbidden.rule()).equals(wanted);
            case "fault" ->
                    refusal instanceof Refusal.Faulted faulted
                            && String.valueOf(faulted.rule()).equals(wanted);
            case "problem" ->
                    refusal instanceof Refusal.Malformed malformed
                            && kebab(malformed.problem()).equals(wanted);
            case "diagnostic" ->
                    refusal instanceof Refusal.Unchecked unchecked
                            && unchecked.diagnostics().stream()
                                    .anyMatch(diagnostic -> diagnostic.code().equals(wanted));
            case "reason" -> refusal.reason().contains(wanted);
            default -> false;
        };
    }

    static String show(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Forbidden r -> "rule " + r.rule() + " forbids it: " + r.reason();
            case Refusal.Malformed r -> kebab(r.problem()) + ": " + r.reason() + " " + r.hint();
            case Refusal.Unchecked r -> "The code does not check:" + lines(r.diagnostics());
            case Refusal.Faulted r -> "rule " + r.rule() + " broke: " + r.reason();
        };
    }

    private static String lines(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(it -> "\n    " + place(it) + it.message() + " " + it.hint())
                .collect(Collectors.joining());
    }

    private static String place(Diagnostic diagnostic) {
        return diagnostic.line() == 0 ? "" : diagnostic.line() + ":" + diagnostic.column() + ": ";
    }

    private static String kebab(Refusal.Problem problem) {
        return problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void events(List<Decided> decided, List<Failure> failures) {
        List<Occurrence> came = decided.stream().flatMap(each -> each.events().stream()).toList();
        int from = 0;
        for (EventPattern pattern : events) {
            if (pattern.absent()) {
                came.stream()
                        .filter(pattern::matches)
                        .findFirst()
                        .ifPresent(o -> failures.add(unwanted(pattern, o)));
                continue;
            }
            int at = from;
            while (at < came.size() && !pattern.matches(came.get(at))) {
                at++;
            }
            if (at == came.size()) {
                failures.add(missing(pattern, came.subList(from, came.size())));
                return;
            }
            from = at + 1;
        }
    }

    private static Failure unwanted(EventPattern pattern, Occurrence occurrence) {
        return new Failure(
                pattern.line(),
                "Expected no " + pattern.show() + ", but it came: " + shortened(occurrence));
    }

    private static String shortened(Object what) {
        String line = what.toString().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_EVENT ? line : line.substring(0, LONGEST_EVENT) + "…";
    }

    private static Failure missing(EventPattern pattern, List<Occurrence> others) {
        var text = new StringBuilder("Expected " + pattern.show() + "; what came instead:");
        others.forEach(occurrence -> text.append("\n    ").append(shortened(occurrence.event())));
        return new Failure(pattern.line(), others.isEmpty() ? text + " nothing" : text.toString());
    }

    private void state(GameState after, List<Failure> failures) {
        if (state == null) {
            return;
        }
        JsonNode tree = Canonical.json().valueToTree(after);
        state.entries()
                .forEach(
                        (key, wanted) -> {
                            if (!Subset.matches(wanted, tree.path(key))) {
                                var difference = Subset.difference(key, wanted, tree.path(key));
                                failures.add(
                                        new Failure(
                                                difference.wanted().line(),
                                                "The state has " + difference));
                            }
                        });
    }
}
