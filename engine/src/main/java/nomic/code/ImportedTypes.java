package nomic.code;

import org.drools.drl.ast.descr.PackageDescr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The types of other rules that a rule imports. */
final class ImportedTypes {
    static final ImportedTypes NONE = new ImportedTypes(List.of());

    private final Set<Integer> rules = new TreeSet<>();
    private final Map<String, DeclaredType> facts = new TreeMap<>();
    private final Map<String, SortedSet<String>> enums = new TreeMap<>();

    /** All that could be imported. */
    ImportedTypes(List<Exports> uses) {
        for (Exports used : uses) {
            rules.add(used.ruleId());
            var tree = Parsing.of(new SourceText(used.ruleId(), used.declarations())).tree();
            if (tree != null) {
                add(RulePackage.of(used.ruleId()) + ".", tree);
            }
        }
    }

    private void add(String prefix, PackageDescr tree) {
        DeclaredTypes.of(tree).forEach(type -> facts.put(prefix + type.name(), type));
        for (var type : tree.getEnumDeclarations()) {
            var names = new TreeSet<String>();
            type.getLiterals().forEach(literal -> names.add(literal.getName()));
            enums.put(prefix + type.getTypeName(), names);
        }
    }

    boolean knows(String target) {
        return facts.containsKey(target) || enums.containsKey(target);
    }

    /** The fact types that are imported. */
    List<DeclaredType> facts(PackageDescr tree) {
        var imported = new ArrayList<DeclaredType>();
        for (var line : tree.getImports()) {
            var type = facts.get(line.getTarget());
            if (type != null) {
                imported.add(type);
            }
        }
        return imported;
    }

    /** The constants of the enums that are imported, by simple name. */
    Map<String, SortedSet<String>> enums(PackageDescr tree) {
        var imported = new TreeMap<String, SortedSet<String>>();
        for (var line : tree.getImports()) {
            var constants = enums.get(line.getTarget());
            if (constants != null) {
                imported.put(simpleName(line.getTarget()), constants);
            }
        }
        return imported;
    }

    /** The simple names of all that is imported. */
    Set<String> names(PackageDescr tree) {
        var names = new TreeSet<String>(enums(tree).keySet());
        facts(tree).forEach(type -> names.add(type.name()));
        return names;
    }

    /** Why a type of another rule cannot be imported; a sentence and a next step. */
    Diagnostic refuse(Position at, String target) {
        if (target.endsWith(".*")) {
            return Diagnostic.error(
                    "not-allowed",
                    at,
                    "Types of another rule are imported one by one.",
                    "Write the name of a type in place of the `*`.");
        }
        int rule = RulePackage.id(target.substring(0, target.lastIndexOf('.')));
        return rules.contains(rule)
                ? Diagnostic.error(
                        "not-allowed",
                        at,
                        "Rule " + rule + " declares no `" + simpleName(target) + "`.",
                        Nearest.hint(simpleName(target), declaredBy(rule), "It declares "))
                : Diagnostic.error(
                        "not-allowed",
                        at,
                        "`"
                                + target
                                + "` cannot be imported: no rule with id "
                                + rule
                                + " is in force here.",
                        "Import types of rules in force in the game, by the number that the rule"
                                + " was first given.");
    }

    private Set<String> declaredBy(int rule) {
        var prefix = RulePackage.of(rule) + ".";
        var names = new TreeSet<String>();
        for (var all : List.of(facts.keySet(), enums.keySet())) {
            all.stream()
                    .filter(name -> name.startsWith(prefix))
                    .forEach(name -> names.add(simpleName(name)));
        }
        return Collections.unmodifiableSet(names);
    }

    private static String simpleName(String target) {
        return target.substring(target.lastIndexOf('.') + 1);
    }
}
