package nomic.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The classes of the types that a rule imports, and who loads them.
 *
 * @param files class files by internal name, as Drools made them
 * @param loaders by the id of the rule that declares the types
 */
record Uses(Map<String, byte[]> files, Map<Integer, ClassLoader> loaders) {
    /** The types of loaded rules. */
    static Uses of(List<CompiledRule> rules) {
        var files = new TreeMap<String, byte[]>();
        var loaders = new TreeMap<Integer, ClassLoader>();
        for (CompiledRule rule : rules) {
            files.putAll(rule.typeFiles());
            loaders.put(rule.ruleId(), rule.loader());
        }
        return new Uses(files, loaders);
    }

    /** The types of rules that are not loaded here, for a look at what uses them. */
    static Uses of(List<Exports> exports, Map<String, byte[]> built) {
        var loaders = new TreeMap<Integer, ClassLoader>();
        for (Exports used : exports) {
            var own = new TreeMap<>(built);
            own.keySet().removeIf(name -> !name.startsWith(RulePackage.folder(used.ruleId())));
            var hash = SourceText.hash(used.declarations());
            var classes = new Instrumentation(used.ruleId(), hash).rewrite(own, Map.of());
            loaders.put(used.ruleId(), new RuleLoader(used.ruleId(), classes, Map.of()));
        }
        return new Uses(built, loaders);
    }

    static List<Exports> exports(List<CompiledRule> rules) {
        var exports = new ArrayList<Exports>();
        rules.forEach(rule -> exports.add(rule.exports()));
        return exports;
    }
}
