package nomic.session;

import nomic.code.BlackBox;
import nomic.code.CompiledRule;

import org.drools.base.rule.EntryPointId;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KiePackagesBuilder;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.definition.KiePackage;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.conf.AlphaRangeIndexThresholdOption;
import org.kie.internal.conf.AlphaThresholdOption;
import org.kie.internal.conf.ShareAlphaNodesOption;
import org.kie.internal.conf.ShareBetaNodesOption;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A knowledge base of checked rules. Never changed while it is shared. */
final class Base {
    private static final String PACKAGE = "nomic.rule.r";

    private final InternalKnowledgeBase base;
    private final Map<Integer, CompiledRule> rules = new TreeMap<>();

    Base(List<CompiledRule> rules) {
        base = KnowledgeBaseFactory.newKnowledgeBase(configuration());
        var packages = new ArrayList<KiePackage>();
        rules.forEach(rule -> packages.addAll(packages(rule)));
        base.addPackages(packages);
        rules.forEach(rule -> this.rules.put(rule.ruleId(), rule));
    }

    /** A rule that is loaded. */
    CompiledRule rule(int ruleId) {
        return Objects.requireNonNull(rules.get(ruleId));
    }

    /** All that are loaded. */
    Collection<CompiledRule> rules() {
        return List.copyOf(rules.values());
    }

    static int ruleId(String packageName) {
        return packageName.startsWith(PACKAGE)
                ? Integer.parseInt(packageName.substring(PACKAGE.length()))
                : 0;
    }

    static boolean declaredByRule(Object fact) {
        return fact.getClass().getName().startsWith(PACKAGE);
    }

    void add(CompiledRule rule) {
        base.addPackages(packages(rule));
        rules.put(rule.ruleId(), rule);
    }

    void remove(int ruleId) {
        rules.remove(ruleId);
        if (base.getPackage(PACKAGE + ruleId) != null) {
            base.removeKiePackage(PACKAGE + ruleId);
        }
    }

    /** Whether a rule has a pattern of a kernel fact. */
    boolean watches(Class<?> fact) {
        return base.getRete().getObjectTypeNodes(EntryPointId.DEFAULT).keySet().stream()
                .anyMatch(type -> type.getClassName().equals(fact.getName()));
    }

    KieSession session() {
        KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(ClockTypeOption.PSEUDO);
        return base.newKieSession(configuration, null);
    }

    /**
     * Every rule has nodes of its own. A shared node outlives the package that made it, the index
     * of equal constraints keeps one node for each value, and with shared nodes Drools 10.2 misses
     * matches in some orders of loading: docs/decisions/0011 has the case.
     */
    private static KieBaseConfiguration configuration() {
        KieBaseConfiguration configuration = KieServices.get().newKieBaseConfiguration();
        configuration.setOption(ShareAlphaNodesOption.NO);
        configuration.setOption(ShareBetaNodesOption.NO);
        configuration.setOption(AlphaThresholdOption.get(0));
        configuration.setOption(AlphaRangeIndexThresholdOption.get(0));
        return configuration;
    }

    @SuppressWarnings("deprecation") // the one way to say which loader knows a rule's types
    private static Collection<KiePackage> packages(CompiledRule rule) {
        BlackBox.rule(rule.ruleId());
        KieBaseConfiguration configuration =
                KieServices.get().newKieBaseConfiguration(null, rule.loader());
        KnowledgeBuilderConfiguration builder =
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(null, rule.loader());
        Collection<Model> models = rule.models();
        var packages = new ArrayList<KiePackage>();
        for (KiePackage each :
                new KiePackagesBuilder(configuration, builder, models).build().getKiePackages()) {
            packages.add(each);
        }
        return packages;
    }
}
