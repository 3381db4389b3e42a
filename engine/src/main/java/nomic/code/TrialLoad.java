package nomic.code;

import nomic.law.Law;

import org.drools.core.impl.RuleBaseFactory;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KiePackagesBuilder;
import org.kie.api.KieServices;
import org.kie.api.definition.KiePackage;
import org.kie.internal.builder.KnowledgeBuilderFactory;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Loads the classes of a rule for the first time, under a small budget. */
final class TrialLoad {
    private static final Meter.Limits LIMITS = new Meter.Limits(2_000_000, 16L << 20, 200, 100);

    private TrialLoad() {}

    /** The models of the rule, which have been built into a base and a session once. */
    static List<Model> of(RuleLoader loader, List<String> modelNames) throws Exception {
        var meter = new Meter(LIMITS);
        meter.current(loader.ruleId());
        return MeteredThread.under(
                meter,
                () -> {
                    initialise(loader);
                    var models = new ArrayList<Model>();
                    for (var name : modelNames) {
                        models.add(
                                (Model)
                                        loader.loadClass(name)
                                                .getDeclaredConstructor()
                                                .newInstance());
                    }
                    openSession(loader, models);
                    return models;
                });
    }

    /** What a class does when it is first used would else be paid by a command, in one process. */
    private static void initialise(RuleLoader loader) throws ClassNotFoundException {
        for (var name : loader.files().keySet()) {
            Class.forName(name.replace('/', '.'), true, loader);
        }
    }

    private static void openSession(RuleLoader loader, List<Model> models) {
        var base =
                KnowledgeBaseFactory.newKnowledgeBase(KieServices.get().newKieBaseConfiguration());
        base.addPackages(packages(loader, models));
        var session = base.newKieSession();
        try {
            session.setGlobal("law", silentLaw());
        } finally {
            session.dispose();
        }
    }

    private static List<KiePackage> packages(RuleLoader loader, List<Model> models) {
        var baseConfiguration = RuleBaseFactory.newKnowledgeBaseConfiguration(null, loader);
        var builderConfiguration =
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(null, loader);
        var built = new KiePackagesBuilder(baseConfiguration, builderConfiguration, models).build();
        return List.copyOf(built.getKiePackages());
    }

    private static Law silentLaw() {
        return (Law)
                Proxy.newProxyInstance(
                        Law.class.getClassLoader(),
                        new Class<?>[] {Law.class},
                        (_, method, _) -> method.getReturnType() == int.class ? 1 : null);
    }
}
