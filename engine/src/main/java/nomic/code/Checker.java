package nomic.code;

import org.drools.drl.ast.descr.PackageDescr;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * Checks the code of rules and compiles it. One checker serves all threads; builds follow one
 * another, since the state of Drools' builder is static. Answers are kept by rule id and text.
 */
public final class Checker implements RuleCompiler {
    private static final int MOST_KEPT = 512;
    private static final long MOST_BYTES_KEPT = 64L << 20;
    private static final long SECONDS = 30;

    static {
        DroolsSettings.apply();
    }

    private static final BuildThread BUILDS = new BuildThread(SECONDS);

    private final @Nullable RuleCompiler elsewhere;
    private final Answers<Check> answers =
            new Answers<>(MOST_KEPT, MOST_BYTES_KEPT, Checker::bytes);

    /** A checker that compiles in this process. */
    public Checker() {
        this(null);
    }

    /** A checker that has the code compiled elsewhere, and checks what comes back. */
    public Checker(@Nullable RuleCompiler elsewhere) {
        this.elsewhere = elsewhere;
    }

    /**
     * Checks the code of a rule and compiles it for its package.
     *
     * @param ruleId the permanent id of the rule, 0 where there is none yet
     */
    public Check check(int ruleId, String code) {
        return check(ruleId, code, List.of());
    }

    /**
     * The same for code that imports types.
     *
     * @param uses the rules from which it imports, of which it uses the loaded classes
     */
    public Check check(int ruleId, String code, List<CompiledRule> uses) {
        return check(new RuleSource(ruleId, code, Uses.exports(uses)), uses);
    }

    private Check check(RuleSource source, List<CompiledRule> uses) {
        String key = key(source, uses);
        var known = answers.find(key);
        if (known != null) {
            return known;
        }
        var answer = elsewhere == null ? checkHere(source, uses) : link(elsewhere, source, uses);
        if (answer instanceof Check.Refused refused && !refused.isFinal()) {
            return answer;
        }
        return answers.keep(key, answer);
    }

    /** Classes fit the very load of the classes that they use. */
    private static String key(RuleSource source, List<CompiledRule> uses) {
        var key = new StringBuilder(source.key());
        uses.forEach(used -> key.append(' ').append(used.serial()));
        return key.toString();
    }

    @Override
    public Built compile(RuleSource source) {
        return switch (check(source, List.of())) {
            case Check.Accepted(CompiledRule rule, var outline, var remarks) ->
                    new Built.Classes(rule.generated(), outline, remarks);
            case Check.Refused(var remarks) -> new Built.Refused(remarks);
        };
    }

    private static Check checkHere(RuleSource source, List<CompiledRule> uses) {
        return BUILDS.run(() -> new CheckRun(source, uses, new Building()).answer());
    }

    /** Has the code compiled elsewhere and passes the classes through all other layers here. */
    private static Check link(RuleCompiler elsewhere, RuleSource source, List<CompiledRule> uses) {
        return switch (elsewhere.compile(source)) {
            case Built.Refused(var remarks) -> new Check.Refused(remarks);
            case Built.Classes classes ->
                    BUILDS.run(() -> new CheckRun(source, uses, new Linking(classes)).answer());
        };
    }

    /** Compiles in this process. */
    private record Building() implements CheckRun.Builder {
        @Override
        public Build.Result build(RuleSource source, String text) {
            return Build.of(source.ruleId(), text, source.uses());
        }

        @Override
        public Outline outline(SourceText source, PackageDescr tree) {
            return Outlining.of(source, tree);
        }
    }

    /** Takes what another process has made. */
    private record Linking(Built.Classes made) implements CheckRun.Builder {
        @Override
        public Build.Result build(RuleSource source, String text) {
            return Build.of(source.ruleId(), made.generated().classes(), Map.of());
        }

        @Override
        public Outline outline(SourceText source, PackageDescr tree) {
            return made.outline();
        }
    }

    private static long bytes(Check answer) {
        return answer instanceof Check.Accepted accepted ? accepted.rule().bytes() : 0;
    }
}
