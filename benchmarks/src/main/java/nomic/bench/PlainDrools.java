package nomic.bench;

import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.conf.KieBaseOption;

import java.util.List;

/** Rules built and loaded as the manual of Drools says, without any sandbox. */
final class PlainDrools {
    private static final ReleaseId RELEASE =
            KieServices.get().newReleaseId("nomic.bench", "rules", "1");

    private PlainDrools() {}

    /** Compiles the rules to the executable model, and no more. */
    static KieBuilder build(List<RuleText> rules) {
        var services = KieServices.get();
        var files = services.newKieFileSystem();
        files.generateAndWritePomXML(RELEASE);
        for (RuleText rule : rules) {
            files.write(
                    "src/main/resources/nomic/rule/r" + rule.id() + "/rule.drl",
                    rule.withPackage());
        }
        var builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        var errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalStateException(errors.toString());
        }
        return builder;
    }

    /** A knowledge base of the rules, with what the options say and defaults for the rest. */
    static KieBase base(List<RuleText> rules, List<KieBaseOption> options) {
        build(rules);
        var configuration = KieServices.get().newKieBaseConfiguration();
        options.forEach(configuration::setOption);
        return KieServices.get().newKieContainer(RELEASE).newKieBase(configuration);
    }

    /** Forgets what was built, so that repeated builds do not pile up. */
    static void forget() {
        KieServices.get().getRepository().removeKieModule(RELEASE);
    }
}
