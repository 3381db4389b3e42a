package nomic.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import nomic.code.Checker;
import nomic.code.Diagnostic;
import nomic.game.Cause;
import nomic.game.Event;
import nomic.game.Refusal;
import nomic.log.Recorded;
import nomic.ruleset.MalformedFile;
import nomic.ruleset.Rulesets;
import nomic.sentence.SentenceCompiler.Checked;
import nomic.server.game.EventJson;
import nomic.server.web.Json;
import nomic.session.Interpreter;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Tries a rule in a scratch game. */
@Command(
        name = "try",
        description = {
            "Checks a rule, enacts it in a scratch game of three players and plays a round.",
            "The exit status is 0 if all goes well, 1 if the rule is refused or not adopted,",
            "2 if a rule was suspended for a fault or a limit."
        },
        mixinStandardHelpOptions = true)
final class TryCommand implements Callable<Integer> {
    /** Members of events that the reader has written or has no use for. */
    private static final String IDLE =
            "The rule did nothing: nothing that it waits for happened in this round. Play what it"
                    + " waits for in a script, with nomic play.";

    private static final Set<String> UNTOLD =
            Set.of(
                    "type",
                    "attachments",
                    "at",
                    "by",
                    "prose",
                    "code",
                    "hash",
                    "calls",
                    "id",
                    "ruleId",
                    "targetId",
                    "targetRevision");

    @Mixin private Output output = new Output();
    @Mixin private LimitsOption limits = new LimitsOption();

    @Option(names = "--expand", description = "print what sentences expand to")
    private boolean expand;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "a rule in DRL or, in a file *.dslr, in sentences; a header may say kind,"
                            + " target and title of the change")
    private Path file = Path.of("");

    /** What is printed for programs. */
    private record TryView(
            boolean accepted,
            List<Diagnostic> diagnostics,
            boolean adopted,
            int rule,
            @Nullable String refused,
            List<ObjectNode> fired,
            List<ObjectNode> suspended,
            List<ObjectNode> events,
            List<Peak.View> use) {}

    @Override
    public Integer call() {
        var checker = new Checker();
        LawFile law;
        try {
            law = LawFile.read(file, output);
        } catch (MalformedFile e) {
            throw output.wrong(e);
        }
        Checked check = law.check(checker);
        if (expand && !output.json()) {
            output.line(check.code());
        }
        if (!check.accepted()) {
            return refused(check.diagnostics());
        }
        try (var interpreter = new Interpreter(checker)) {
            var trial =
                    new Trial(
                            interpreter,
                            Rulesets.onClassPath().get(Rulesets.STANDARD),
                            limits.limits());
            trial.play(law.proposal());
            return report(check.diagnostics(), trial);
        } catch (MalformedFile e) {
            throw output.wrong(e);
        }
    }

    private int refused(List<Diagnostic> diagnostics) {
        if (output.json()) {
            output.json(
                    new TryView(
                            false,
                            diagnostics,
                            false,
                            0,
                            "The code does not check.",
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of()));
        } else {
            diagnostics.forEach(diagnostic -> output.diagnostic(file, diagnostic));
            output.line(file + ": refused");
        }
        return Nomic.REFUSED;
    }

    private int report(List<Diagnostic> diagnostics, Trial trial) {
        List<Recorded> fired =
                trial.events().stream().filter(event -> firedBy(event, trial.rule())).toList();
        List<Recorded> suspended = trial.events().stream().filter(TryCommand::broke).toList();
        List<Peak> peaks = Peak.of(trial);
        Refusal refusal = trial.refusal();
        if (output.json()) {
            output.json(
                    new TryView(
                            true,
                            diagnostics,
                            trial.adopted(),
                            trial.rule(),
                            refusal == null ? null : refusal.reason(),
                            EventJson.of(fired),
                            EventJson.of(suspended),
                            EventJson.of(trial.events()),
                            peaks.stream().map(peak -> peak.view(limits.limits())).toList()));
        } else {
            diagnostics.forEach(diagnostic -> output.diagnostic(file, diagnostic));
            print(trial, fired, suspended);
            UseTable.of(peaks, trial.rule(), limits.limits()).forEach(output::line);
        }
        if (!suspended.isEmpty()) {
            return Nomic.SUSPENDED;
        }
        return trial.adopted() ? Nomic.OK : Nomic.REFUSED;
    }

    private void print(Trial trial, List<Recorded> fired, List<Recorded> suspended) {
        Refusal refusal = trial.refusal();
        if (refusal != null) {
            output.line("A move was refused: " + refusal.reason());
            if (refusal instanceof Refusal.Unchecked(var wrong)) {
                wrong.forEach(diagnostic -> output.diagnostic(file, diagnostic));
            }
        }
        output.line(trial.adopted() ? "Adopted as rule " + trial.rule() + "." : "Not adopted.");
        output.line("Events of the game:");
        trial.events().forEach(event -> output.line("  " + told(event)));
        output.line(fired.isEmpty() ? IDLE : "By the rule itself:");
        fired.forEach(event -> output.line("  " + told(event)));
        output.line(suspended.isEmpty() ? "Nothing was suspended." : "Suspended:");
        suspended.forEach(event -> output.line("  " + told(event)));
    }

    private static String told(Recorded recorded) {
        String cause =
                switch (recorded.occurrence().cause()) {
                    case Cause.ByMove(String move) -> recorded.by() + ", " + move;
                    case Cause.ByRule rule -> "rule " + rule.rule() + ", " + rule.name();
                };
        ObjectNode event = Json.tree(recorded.occurrence().event());
        String fields =
                event.properties().stream()
                        .filter(field -> !UNTOLD.contains(field.getKey()))
                        .map(field -> field.getKey() + " " + value(field.getValue()))
                        .collect(Collectors.joining(", "));
        return "%-16s %s  (%s)".formatted(event.path("type").asText(), fields, cause);
    }

    private static String value(JsonNode value) {
        return value.isTextual() ? '"' + value.textValue() + '"' : value.toString();
    }

    private static boolean firedBy(Recorded recorded, int rule) {
        return recorded.occurrence().cause() instanceof Cause.ByRule cause && cause.rule() == rule;
    }

    private static boolean broke(Recorded recorded) {
        Event event = recorded.occurrence().event();
        return event instanceof Event.RuleSuspended || event instanceof Event.RuleFaulted;
    }
}
