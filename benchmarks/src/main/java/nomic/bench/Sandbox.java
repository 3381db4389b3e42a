package nomic.bench;

import nomic.code.Check;
import nomic.code.Checker;
import nomic.code.CompiledRule;
import nomic.code.Meter;

import org.drools.core.impl.RuleBaseFactory;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.drools.modelcompiler.KiePackagesBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.conf.KieBaseOption;
import org.kie.api.definition.KiePackage;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.conf.AlphaRangeIndexThresholdOption;
import org.kie.internal.conf.AlphaThresholdOption;
import org.kie.internal.conf.ShareAlphaNodesOption;
import org.kie.internal.conf.ShareBetaNodesOption;

import java.util.ArrayList;
import java.util.List;

/** Rules checked, instrumented and loaded as games do it. */
final class Sandbox {
    /** How games set up their knowledge bases: each rule has nodes of its own. */
    static final List<KieBaseOption> OWN_NODES =
            List.of(
                    ShareAlphaNodesOption.NO,
                    ShareBetaNodesOption.NO,
                    AlphaThresholdOption.get(0),
                    AlphaRangeIndexThresholdOption.get(0));

    private Sandbox() {}

    /** A meter with about the budgets of one command. */
    static Meter meter() {
        return new Meter(
                new Meter.Limits(20_000_000, 64L << 20, 1_000, 2_000, 5_000, 2_000, 1_000_000));
    }

    /** Checks a rule as if it had never been seen. */
    static CompiledRule check(RuleText rule) {
        return switch (new Checker().check(rule.id(), rule.code())) {
            case Check.Accepted accepted -> accepted.rule();
            case Check.Refused refused when !refused.isFinal() -> check(rule); // a busy machine
            case Check.Refused refused ->
                    throw new IllegalStateException(rule.name() + ": " + refused.diagnostics());
        };
    }

    /** A knowledge base of the rules; call it on a metered thread, under a meter. */
    static KieBase base(List<CompiledRule> rules) {
        var configuration = KieServices.get().newKieBaseConfiguration();
        OWN_NODES.forEach(configuration::setOption);
        var base = KnowledgeBaseFactory.newKnowledgeBase(configuration);
        var packages = new ArrayList<KiePackage>();
        for (CompiledRule rule : rules) {
            var built =
                    new KiePackagesBuilder(
                                    RuleBaseFactory.newKnowledgeBaseConfiguration(
                                            null, rule.loader()),
                                    KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(
                                            null, rule.loader()),
                                    rule.models())
                            .build();
            packages.addAll(List.copyOf(built.getKiePackages()));
        }
        base.addPackages(packages);
        return base;
    }
}
