package nomic.server.cli;

import nomic.code.Built;
import nomic.code.Diagnostic;
import nomic.code.RuleCompiler;
import nomic.game.Attachments;
import nomic.game.Command.Propose;
import nomic.law.Kind;
import nomic.ruleset.RuleFile;
import nomic.sentence.SentenceCompiler;
import nomic.sentence.SentenceCompiler.Checked;
import nomic.sentence.Sentences;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/**
 * A rule in a file that the command line names: code or, in a file {@code *.dslr}, sentences; with
 * a header or without.
 *
 * @param rule null where there is no header
 * @param dsl the file {@code *.dsl} beside it; empty where there is none
 * @param tests the file {@code *.tests.yaml} beside it; empty where there is none
 */
record LawFile(Path file, String text, @Nullable RuleFile rule, String dsl, String tests) {
    static LawFile read(Path file, Output output) {
        String text = output.read(file);
        String name = file.toString();
        String dsl = output.readIfThere(Path.of(RuleFile.dslBeside(name)));
        String tests = output.readIfThere(Path.of(RuleFile.testsBeside(name)));
        RuleFile rule = RuleFile.hasHeader(text) ? RuleFile.read(name, text, dsl, tests) : null;
        return new LawFile(file, text, rule, dsl, tests);
    }

    /** Has the code checked, or what the sentences expand to; remarks point into the file. */
    Checked check(RuleCompiler compiler) {
        if (!RuleFile.isInSentences(file.toString())) {
            Built built = compiler.compile(0, text);
            return new Checked(built instanceof Built.Classes, "", built.diagnostics());
        }
        String body = rule == null ? text : rule.body();
        Checked checked = new SentenceCompiler(compiler).check(Sentences.standard(), body, dsl);
        List<Diagnostic> remarks =
                rule == null
                        ? checked.diagnostics()
                        : checked.diagnostics().stream().map(rule::inFile).toList();
        return new Checked(checked.accepted(), checked.code(), remarks);
    }

    /** The change that the file proposes; without a header it is an enactment. */
    Propose proposal() {
        if (rule != null) {
            return rule.proposal();
        }
        String title = String.valueOf(file.getFileName());
        return RuleFile.isInSentences(title)
                ? new Propose(Kind.ENACT, 0, title, "", "", new Attachments(text, dsl, tests))
                : new Propose(Kind.ENACT, 0, title, "", text, new Attachments("", dsl, tests));
    }
}
