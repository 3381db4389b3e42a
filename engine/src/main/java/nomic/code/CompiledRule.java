package nomic.code;

import org.drools.model.Model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The checked and instrumented code of one revision of one rule, loaded in a class loader of its
 * own. Only a {@link Checker} makes one.
 */
public final class CompiledRule {
    private final int ruleId;
    private final String hash;
    private final List<String> ruleNames;
    private final List<DeclaredType> types;
    private final SortedSet<String> lawCalls;
    private final Map<String, byte[]> built;
    private final RuleLoader loader;
    private final List<Model> models;

    CompiledRule(
            int ruleId,
            String hash,
            List<String> ruleNames,
            List<DeclaredType> types,
            SortedSet<String> lawCalls,
            Map<String, byte[]> built,
            RuleLoader loader,
            List<Model> models) {
        this.ruleId = ruleId;
        this.hash = hash;
        this.ruleNames = List.copyOf(ruleNames);
        this.types = List.copyOf(types);
        this.lawCalls = Collections.unmodifiableSortedSet(new TreeSet<>(lawCalls));
        this.built = built;
        this.loader = loader;
        this.models = List.copyOf(models);
    }

    /** The permanent id of the rule. */
    public int ruleId() {
        return ruleId;
    }

    /** The name of its Drools package. */
    public String packageName() {
        return RulePackage.of(ruleId);
    }

    /** The SHA-256 of the author's text, in hexadecimal digits. */
    public String hash() {
        return hash;
    }

    /** The names of its DRL rules, without queries, in the order of the text. */
    public List<String> ruleNames() {
        return ruleNames;
    }

    /** The fact types that it declares, in the order of the text. */
    public List<DeclaredType> types() {
        return types;
    }

    /** The names of the methods of {@link nomic.law.Law} that it calls. */
    public SortedSet<String> lawCalls() {
        return lawCalls;
    }

    /** Its class files by internal name, as Drools made them. */
    Map<String, byte[]> built() {
        return built;
    }

    /** The size of its class files. */
    long bytes() {
        return built.values().stream().mapToLong(file -> file.length).sum();
    }

    /** The models from which Drools packages are built. */
    public List<Model> models() {
        return models;
    }

    /** The class loader that defines its classes; its parent is the engine's. */
    public ClassLoader loader() {
        return loader;
    }

    /**
     * The class of a declared type or enum.
     *
     * @throws IllegalArgumentException when the rule declares no such type
     */
    public Class<?> type(String simpleName) {
        try {
            return loader.loadClass(RulePackage.of(ruleId) + "." + simpleName);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    "Rule " + ruleId + " declares no type " + simpleName, e);
        }
    }
}
