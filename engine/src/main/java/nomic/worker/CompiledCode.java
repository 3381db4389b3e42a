package nomic.worker;

import nomic.code.Answers;
import nomic.code.Built;
import nomic.code.RuleCompiler;
import nomic.code.RuleSource;

/** What the checking workers made of the code of rules, so that no code is compiled twice. */
final class CompiledCode implements RuleCompiler {
    private static final int MOST_KEPT = 2_000;
    private static final long MOST_BYTES_KEPT = 64L << 20;
    private static final int TRIES = 2;

    private final Crew checkers;
    private final Patience patience;
    private final Answers<Built> answers =
            new Answers<>(MOST_KEPT, MOST_BYTES_KEPT, CompiledCode::bytes);

    CompiledCode(Crew checkers, Patience patience) {
        this.checkers = checkers;
        this.patience = patience;
    }

    @Override
    public Built compile(RuleSource source) {
        String key = source.key();
        Built known = answers.find(key);
        return known == null ? answers.keep(key, ask(source)) : known;
    }

    /** A worker that is out of time is the doing of the code; any other end is looked at twice. */
    private Built ask(RuleSource source) {
        var question = new ToWorker.Compile(source);
        for (int i = 1; ; i++) {
            Reply reply = checkers.with(_ -> true, each -> each.ask(question, patience));
            switch (reply) {
                case Reply.Said(FromWorker.Code(Built built)) -> {
                    return built;
                }
                case Reply.Said(FromWorker other) ->
                        throw new IllegalStateException("A rule cannot be checked: " + other);
                case Reply.Died(Death death) -> {
                    if (death.kind() == Death.Kind.TIME || i == TRIES) {
                        return tooComplex(death.kind());
                    }
                }
            }
        }
    }

    /** Has a new worker compile something. */
    static void warmUp(Worker worker) {
        WarmUp.check(
                source ->
                        switch (worker.ask(new ToWorker.Compile(source), Patience.TO_START)) {
                            case Reply.Said(FromWorker.Code(Built built)) -> built;
                            case Reply other -> throw new IllegalStateException(other.toString());
                        });
    }

    private Built tooComplex(Death.Kind kind) {
        return Built.Refused.tooComplex(
                switch (kind) {
                    case TIME ->
                            "The code was not compiled within %d seconds of work."
                                    .formatted(patience.work().toSeconds());
                    case MEMORY -> "The code needs more memory to be compiled than there is.";
                    case OTHER -> "The code breaks the compiler.";
                });
    }

    private static long bytes(Built built) {
        return built instanceof Built.Classes classes ? classes.bytes() : 0;
    }
}
