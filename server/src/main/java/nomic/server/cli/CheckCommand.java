package nomic.server.cli;

import nomic.code.Built;
import nomic.code.Checker;
import nomic.code.Diagnostic;
import nomic.code.RuleCompiler;
import nomic.preview.ForkingPreviewer;
import nomic.reading.Draft;
import nomic.ruleset.MalformedFile;
import nomic.ruleset.RuleFile;
import nomic.ruleset.Rulesets;
import nomic.sentence.SentenceCompiler;
import nomic.sentence.SentenceCompiler.Checked;
import nomic.sentence.Sentences;
import nomic.server.game.CheckRoutes.CheckView;
import nomic.server.game.DraftTests;
import nomic.session.Interpreter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Checks the code of a rule, or of all rules of a ruleset. */
@Command(
        name = "check",
        description = {
            "Checks the code of a rule, or of all rules of a ruleset.",
            "Tests beside a rule, in a file *.tests.yaml, are played on Suber's rulebook.",
            "The exit status is 0 if it may be loaded, 1 if not."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Mixin private Output output = new Output();

    @Option(names = "--expand", description = "print what sentences expand to")
    private boolean expand;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "a rule in DRL or, in a file *.dslr, in sentences, or the folder of a ruleset")
    private Path file = Path.of("");

    @Option(names = "--reading", description = "tell in plain words what the rule does")
    private boolean reading;

    /** What is printed of a ruleset for programs. */
    private record RulesetView(boolean accepted, List<FileView> files) {}

    /** A file with remarks. */
    private record FileView(String file, List<Diagnostic> diagnostics) {}

    @Override
    public Integer call() {
        return Files.isDirectory(file) ? ruleset() : rule();
    }

    private int rule() {
        LawFile law;
        Checked checked;
        String text;
        var checker = new Checker();
        try {
            law = LawFile.read(file, output);
            checked = law.check(checker);
            text = checked.code().isEmpty() ? law.text() : checked.code();
        } catch (MalformedFile e) {
            throw output.wrong(e);
        }
        CheckView view =
                CheckView.of(checked)
                        .read(checker, Draft.of("", "", text))
                        .tested(checked.accepted() ? failing(law, text, checker) : List.of());
        if (output.json()) {
            output.json(view);
        } else {
            view.diagnostics().forEach(diagnostic -> output.diagnostic(file, diagnostic));
            if (expand) {
                output.line(checked.code());
            }
            if (reading && view.reading() != null) {
                output.line(view.reading().text().stripTrailing());
            }
        }
        return answer(view.accepted());
    }

    /** What is wrong with the tests beside the file, on the rulebook of the standard ruleset. */
    private List<Diagnostic> failing(LawFile law, String code, Checker checker) {
        if (law.tests().isBlank()) {
            return List.of();
        }
        try (var interpreter = new Interpreter(checker)) {
            return new DraftTests(
                            new ForkingPreviewer(interpreter),
                            interpreter,
                            Rulesets.onClassPath().get(Rulesets.STANDARD))
                    .failing(law.proposal(), code);
        } catch (MalformedFile e) {
            throw output.wrong(e);
        }
    }

    private int ruleset() {
        var remarks = new ArrayList<FileView>();
        boolean accepted = true;
        try {
            var checker = new Checker();
            List<RuleFile> rules = Rulesets.files(file);
            String dsl = rules.stream().map(RuleFile::dsl).collect(Collectors.joining("\n"));
            for (RuleFile rule : rules) {
                accepted &= compiles(rule, dsl, checker, remarks);
            }
        } catch (MalformedFile e) {
            accepted = false;
            remarks.add(new FileView(e.file(), List.of(e.diagnostic())));
        }
        if (output.json()) {
            output.json(new RulesetView(accepted, remarks));
        } else {
            remarks.forEach(
                    view ->
                            view.diagnostics()
                                    .forEach(it -> output.diagnostic(Path.of(view.file()), it)));
        }
        return answer(accepted);
    }

    private static boolean compiles(
            RuleFile rule, String dsl, RuleCompiler compiler, List<FileView> remarks) {
        if (rule.body().isBlank()) {
            return true;
        }
        Checked checked = check(rule, dsl, compiler);
        if (!checked.diagnostics().isEmpty()) {
            remarks.add(
                    new FileView(
                            rule.name(),
                            checked.diagnostics().stream().map(rule::inFile).toList()));
        }
        return checked.accepted();
    }

    private static Checked check(RuleFile rule, String dsl, RuleCompiler compiler) {
        if (RuleFile.isInSentences(rule.name())) {
            return new SentenceCompiler(compiler).check(Sentences.standard(), rule.body(), dsl);
        }
        Built built = compiler.compile(rule.foundingRule().number(), rule.code());
        return new Checked(built instanceof Built.Classes, "", built.diagnostics());
    }

    private int answer(boolean accepted) {
        if (!output.json()) {
            output.line(file + (accepted ? ": accepted" : ": refused"));
        }
        return accepted ? Nomic.OK : Nomic.REFUSED;
    }
}
