package nomic.server.cli;

import nomic.game.Occurrence;
import nomic.preview.BrokenTests;
import nomic.preview.FactChange;
import nomic.preview.PastMove;
import nomic.preview.Points;
import nomic.preview.Preview;
import nomic.preview.RandomTurns;
import nomic.preview.RuleChange;
import nomic.preview.SuspendedRule;
import nomic.server.web.Json;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A preview in lines for people. */
final class PreviewLines {
    private final List<String> lines = new ArrayList<>();

    private PreviewLines() {}

    static List<String> of(Preview preview) {
        var lines = new PreviewLines();
        lines.tell(preview);
        return lines.lines;
    }

    private void tell(Preview preview) {
        if (preview.refusal() != null) {
            lines.add("Cannot be proposed at present: " + preview.refusal().reason());
        }
        lines.add(
                preview.adoption().adopted()
                        ? "Adopted when all vote for it, as proposal " + preview.proposal() + "."
                        : "Not adopted: " + preview.adoption().why());
        section("Rules:", preview.rules().stream().map(PreviewLines::rule).toList());
        section("Points:", preview.points().stream().map(PreviewLines::points).toList());
        section("On record:", preview.facts().stream().map(PreviewLines::fact).toList());
        section("Suspended:", preview.suspended().stream().map(PreviewLines::suspended).toList());
        section("Wins:", preview.winners());
        if (!preview.furtherChange().obstacle().isEmpty()) {
            lines.add("No further change: " + preview.furtherChange().obstacle() + ".");
        }
        section("Tests break:", preview.brokenTests().stream().map(PreviewLines::tests).toList());
        section(
                "Of the last moves:",
                preview.lastMoves().stream()
                        .filter(PastMove::differs)
                        .map(PreviewLines::move)
                        .toList());
        turns(preview.randomTurns());
        section("Not told:", preview.leftOut());
    }

    private void section(String title, List<String> all) {
        if (!all.isEmpty()) {
            lines.add(title);
            all.forEach(line -> lines.add("  " + line));
        }
    }

    private static String rule(RuleChange change) {
        String by =
                change.importedBy().isEmpty() ? "" : " (imported by " + change.importedBy() + ")";
        return "rule " + change.rule() + " " + Json.word(change.what()) + by;
    }

    private static String points(Points points) {
        return "%s %d -> %d".formatted(points.player(), points.now(), points.after());
    }

    private static String fact(FactChange change) {
        String by = change.rule() == 0 ? "" : " (rule " + change.rule() + ")";
        return "%s %s: %s -> %s%s"
                .formatted(
                        Json.word(change.sort()),
                        change.name(),
                        orNone(change.before()),
                        orNone(change.after()),
                        by);
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "-" : text;
    }

    private static String suspended(SuspendedRule rule) {
        return "rule %d: %s %s".formatted(rule.rule(), rule.why(), rule.use());
    }

    private static String tests(BrokenTests broken) {
        String before = broken.failedBefore() ? " (as before)" : "";
        return "rule " + broken.rule() + ": " + broken.failures().getFirst().message() + before;
    }

    private static String move(PastMove move) {
        String who = move.player() + " " + move.move() + ": ";
        if (!move.wouldBeRefused().isEmpty() && move.refused().isEmpty()) {
            return who + "refused, " + move.wouldBeRefused();
        }
        if (!move.refused().isEmpty() && move.wouldBeRefused().isEmpty()) {
            return who + "permitted";
        }
        return who
                + "without "
                + move.missing().stream().map(PreviewLines::type).collect(Collectors.joining(", "))
                + "; with "
                + move.added().stream().map(PreviewLines::type).collect(Collectors.joining(", "));
    }

    private static String type(Occurrence occurrence) {
        return occurrence.event().getClass().getSimpleName();
    }

    private void turns(@Nullable RandomTurns turns) {
        if (turns == null) {
            return;
        }
        lines.add(
                "%d random turns (seed %d): %d moves, %d refused, %d of them by the change%s"
                        .formatted(
                                turns.turns(),
                                turns.seed(),
                                turns.moves(),
                                turns.refusals(),
                                turns.refusalsByChange(),
                                turns.ended() ? "; the game ends" : ""));
        turns.points().forEach(points -> lines.add("  " + points(points)));
        turns.winners().forEach(winner -> lines.add("  " + winner + " wins"));
        turns.suspended().forEach(rule -> lines.add("  suspended: " + suspended(rule)));
    }
}
