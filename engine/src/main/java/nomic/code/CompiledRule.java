package nomic.code;

import org.drools.model.Model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The checked and instrumented code of one revision of one rule, loaded in a class loader of its
 * own. Only a {@link Checker} makes one.
 */
public final class CompiledRule {
    private static final AtomicLong LOADS = new AtomicLong();

    private final long serial = LOADS.incrementAndGet();
    private final int ruleId;
    private final String hash;
    private final List<String> ruleNames;
    private final List<DeclaredType> types;
    private final SortedSet<String> lawCalls;
    private final Generated generated;
    private final RuleLoader loader;
    private final List<Model> models;
    private final Exports exports;
    private final List<CompiledRule> uses;

    CompiledRule(
            int ruleId,
            String hash,
            List<String> ruleNames,
            List<DeclaredType> types,
            SortedSet<String> lawCalls,
            Generated generated,
            RuleLoader loader,
            List<Model> models,
            Exports exports,
            List<CompiledRule> uses) {
        this.ruleId = ruleId;
        this.hash = hash;
        this.ruleNames = List.copyOf(ruleNames);
        this.types = List.copyOf(types);
        this.lawCalls = Collections.unmodifiableSortedSet(new TreeSet<>(lawCalls));
        this.generated = generated;
        this.loader = loader;
        this.models = List.copyOf(models);
        this.exports = exports;
        this.uses = List.copyOf(uses);
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

    /** Which load of classes it is in this process; says nothing of the rule. */
    long serial() {
        return serial;
    }

    /** What other rules can import from it. */
    public Exports exports() {
        return exports;
    }

    /**
     * The rules from which it imports types: it works with these alone, and no other load of them.
     */
    public List<CompiledRule> uses() {
        return uses;
    }

    /** The class files of the types and enums that it declares. */
    Map<String, byte[]> typeFiles() {
        var files = new TreeMap<>(generated.classes());
        files.keySet().removeIf(name -> !GeneratedClass.isType(name));
        return files;
    }

    /** What Drools made of its text. */
    Generated generated() {
        return generated;
    }

    /** The size of what Drools made. */
    long bytes() {
        return generated.bytes();
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
