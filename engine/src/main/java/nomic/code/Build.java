package nomic.code;

import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.modelcompiler.CanonicalKieModule;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.Message;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compiles the text of a rule by the executable model of Drools. The caller has passed the text
 * through {@link LanguagePolicy} and holds no other build: the state of the builder is static.
 */
final class Build {
    private Build() {}

    /**
     * What a build gives: what was made for the rule, the class files of the types of other rules
     * by internal name, and the names of the model classes, or messages.
     */
    record Result(
            Generated generated,
            Map<String, byte[]> used,
            List<String> models,
            List<Message> errors) {
        Map<String, byte[]> classes() {
            return generated.classes();
        }
    }

    /** What was built, of which only the package of the rule is taken. */
    static Result of(int ruleId, Map<String, byte[]> files, Map<String, String> java) {
        var generated = Generated.of(ruleId, files, java);
        var used = new TreeMap<>(files);
        used.keySet()
                .removeIf(
                        name ->
                                generated.classes().containsKey(name)
                                        || !GeneratedClass.isType(name));
        return new Result(generated, used, models(generated.classes()), List.of());
    }

    static Result of(int ruleId, String text, List<Exports> uses) {
        var services = KieServices.get();
        var release = services.newReleaseId("nomic.rule", "r" + ruleId, "1");
        try {
            var files = services.newKieFileSystem();
            files.generateAndWritePomXML(release);
            files.write("src/main/resources/" + RulePackage.folder(ruleId) + "rule.drl", text);
            uses.forEach(
                    used ->
                            files.write(
                                    "src/main/resources/"
                                            + RulePackage.folder(used.ruleId())
                                            + "types.drl",
                                    used.file()));
            var builder = services.newKieBuilder(files, Build.class.getClassLoader());
            builder.buildAll(ModelProject.class);
            var errors = builder.getResults().getMessages(Message.Level.ERROR);
            return errors.isEmpty()
                    ? collect(ruleId, builder)
                    : new Result(
                            Generated.of(ruleId, Map.of(), Map.of()),
                            Map.of(),
                            List.of(),
                            List.copyOf(errors));
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private static Result collect(int ruleId, KieBuilder builder) {
        if (!(builder.getKieModule() instanceof CanonicalKieModule)) {
            throw new IllegalStateException("The executable model is not in use");
        }
        var module = (InternalKieModule) builder.getKieModule();
        var files = new TreeMap<String, byte[]>();
        module.getClassesMap()
                .forEach((file, bytes) -> files.put(file.replace(".class", ""), bytes));
        var java = new TreeMap<String, String>();
        for (String name : module.getFileNames()) {
            if (name.startsWith(ModelProject.JAVA)) {
                String text = new String(module.getBytes(name), StandardCharsets.UTF_8);
                java.put(name.substring(ModelProject.JAVA.length()), text);
            }
        }
        return of(ruleId, files, java);
    }

    private static List<String> models(Map<String, byte[]> classes) {
        return classes.keySet().stream()
                .filter(GeneratedClass::isModel)
                .map(name -> name.replace('/', '.'))
                .toList();
    }
}
