package nomic.code;

import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.PackageDescr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One check, from the text to the loaded classes; it ends at the first layer that objects. */
final class CheckRun {
    /** Makes what it takes to load a rule that has passed the policies. */
    interface Builder {
        Build.Result build(int ruleId, String text);

        Outline outline(SourceText source, PackageDescr tree);
    }

    private final int ruleId;
    private final String code;
    private final SourceText source;
    private final Builder builder;
    private final List<Diagnostic> found = new ArrayList<>();

    CheckRun(int ruleId, String code, Builder builder) {
        this.ruleId = ruleId;
        this.code = code;
        this.builder = builder;
        this.source = new SourceText(ruleId, code);
    }

    Check answer() {
        found.addAll(source.check());
        if (hasErrors()) {
            return refused();
        }
        var parsed = Parsing.of(source);
        found.addAll(parsed.diagnostics());
        var tree = parsed.tree();
        if (hasErrors() || tree == null) {
            return refused();
        }
        found.addAll(LanguagePolicy.check(ruleId, source, tree));
        return hasErrors() ? refused() : build(tree);
    }

    private Check build(PackageDescr tree) {
        var messages = new BuildMessages(source, tree);
        try {
            var declared = DeclaredTypes.names(tree);
            var text = Prelude.of(ruleId, declared) + source.code();
            var result = builder.build(ruleId, text);
            if (!result.errors().isEmpty()) {
                found.addAll(messages.translate(result.errors()));
                return refused();
            }
            return checkClasses(tree, result);
        } catch (Exception | AssertionError | LinkageError | VirtualMachineError crash) {
            found.add(messages.crash(crash));
            return refused();
        }
    }

    private Check checkClasses(PackageDescr tree, Build.Result result) {
        var functions = new TreeSet<String>();
        tree.getFunctions().stream().map(FunctionDescr::getName).forEach(functions::add);
        found.addAll(Refusals.describe(BytecodePolicy.check(result.classes(), functions), source));
        return hasErrors() ? refused() : load(tree, result);
    }

    private Check load(PackageDescr tree, Build.Result result) {
        var hash = SourceText.hash(code);
        Map<String, byte[]> classes = new Instrumentation(ruleId, hash).rewrite(result.classes());
        var loader = new RuleLoader(ruleId, classes);
        try {
            var models = TrialLoad.of(loader, result.models());
            var rule =
                    new CompiledRule(
                            ruleId,
                            hash,
                            LanguagePolicy.ruleNames(tree),
                            DeclaredTypes.of(tree),
                            LawCalls.in(result.classes().values()),
                            result.classes(),
                            loader,
                            models);
            return new Check.Accepted(rule, builder.outline(source, tree), sorted());
        } catch (Exception | LinkageError | VirtualMachineError | LimitExceeded failure) {
            found.add(BuildMessages.loadFailure(failure));
            return refused();
        }
    }

    private boolean hasErrors() {
        return found.stream().anyMatch(Diagnostic::isError);
    }

    private Check refused() {
        return new Check.Refused(sorted());
    }

    private List<Diagnostic> sorted() {
        return found.stream()
                .distinct()
                .sorted(
                        Comparator.comparingInt(Diagnostic::line)
                                .thenComparingInt(Diagnostic::column))
                .toList();
    }
}
