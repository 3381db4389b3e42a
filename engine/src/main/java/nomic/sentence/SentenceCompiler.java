package nomic.sentence;

import nomic.code.Built;
import nomic.code.Diagnostic;
import nomic.code.RuleCompiler;

import java.util.List;

/** Checks laws in sentences: expands them and has the code compiled. */
public final class SentenceCompiler {
    /**
     * What came of a check.
     *
     * @param code what the sentences expand to; empty where they do not
     * @param diagnostics the remarks on the sentences
     */
    public record Checked(boolean accepted, String code, List<Diagnostic> diagnostics) {
        public Checked {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    private final RuleCompiler compiler;

    public SentenceCompiler(RuleCompiler compiler) {
        this.compiler = compiler;
    }

    /**
     * Checks a text of sentences.
     *
     * @param known the sentences known besides
     * @param dsl more sentences; may be empty
     */
    public Checked check(Sentences known, String text, String dsl) {
        return switch (known.with("this rule", dsl)) {
            case Sentences.Added.Refused(var remarks) -> new Checked(false, "", remarks);
            case Sentences.Added.Fine(Sentences all) ->
                    switch (all.expand(text)) {
                        case Expansion.Refused(var remarks) -> new Checked(false, "", remarks);
                        case Expansion.Code(var code, var origins) -> compiled(code, origins);
                    };
        };
    }

    private Checked compiled(String code, Origins origins) {
        Built built = compiler.compile(0, code);
        return new Checked(
                built instanceof Built.Classes, code, origins.inSentences(built.diagnostics()));
    }
}
