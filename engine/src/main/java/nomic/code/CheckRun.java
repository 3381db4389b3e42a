package nomic.code;

import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.PackageDescr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** One check, from the text to the loaded classes; it ends at the first layer that objects. */
final class CheckRun {
    /** Makes what it takes to load a rule that has passed the policies. */
    interface Builder {
        Build.Result build(RuleSource source, String text);

        Outline outline(SourceText source, PackageDescr tree);
    }

    private final RuleSource asked;
    private final List<CompiledRule> uses;
    private final ImportedTypes imported;
    private final SourceText source;
    private final Builder builder;
    private final List<Diagnostic> found = new ArrayList<>();

    /**
     * @param uses the loaded rules from which it imports; where there are none, nothing but the
     *     check comes of it
     */
    CheckRun(RuleSource asked, List<CompiledRule> uses, Builder builder) {
        this.asked = asked;
        this.uses = uses;
        this.builder = builder;
        this.imported = new ImportedTypes(asked.uses());
        this.source = new SourceText(asked.ruleId(), asked.code());
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
        found.addAll(LanguagePolicy.check(asked.ruleId(), source, tree, imported));
        return hasErrors() ? refused() : build(tree);
    }

    private Check build(PackageDescr tree) {
        var messages = new BuildMessages(source, tree);
        try {
            var declared = DeclaredTypes.names(tree);
            declared.addAll(imported.names(tree));
            var text = Prelude.of(asked.ruleId(), declared) + source.code();
            var result = builder.build(asked, text);
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
        var used = uses.isEmpty() ? Uses.of(asked.uses(), result.used()) : Uses.of(uses);
        found.addAll(
                Refusals.describe(
                        BytecodePolicy.check(result.classes(), used.files(), functions), source));
        return hasErrors() ? refused() : load(tree, result, used);
    }

    private Check load(PackageDescr tree, Build.Result result, Uses used) {
        int ruleId = asked.ruleId();
        var hash = SourceText.hash(asked.code());
        var classes = new Instrumentation(ruleId, hash).rewrite(result.classes(), used.files());
        var loader = new RuleLoader(ruleId, classes, used.loaders());
        try {
            var models = TrialLoad.of(loader, result.models());
            var rule =
                    new CompiledRule(
                            ruleId,
                            hash,
                            LanguagePolicy.ruleNames(tree),
                            DeclaredTypes.of(tree),
                            LawCalls.in(result.classes().values()),
                            result.generated(),
                            loader,
                            models,
                            Exports.of(ruleId, source, tree),
                            uses);
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
