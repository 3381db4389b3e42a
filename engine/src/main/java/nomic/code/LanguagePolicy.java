package nomic.code;

import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Decides on the parsed text which constructs of the rule language may be built at all: some run
 * code while Drools builds a package, some reach the engine, some cannot be rebuilt from data.
 */
final class LanguagePolicy {
    static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w{0,60}");

    private static final Pattern RESERVED_WORDS =
            Pattern.compile("\\b(drools|kcontext|channels)\\b");
    private static final Pattern CONSTANT =
            Pattern.compile("(?<![\\w.$])([A-Z]\\w*)\\.([A-Z][A-Z0-9_]*)\\b(?!\\s*\\()");
    private static final Pattern HEAVY_WORDS =
            Pattern.compile("\\b(final|interface|synchronized|static|assert)\\b(?!\\s*:)");

    private final int ruleId;
    private final Findings findings;
    private final PackageDescr tree;
    private final Imports imports;
    private final ImportedTypes imported;

    private LanguagePolicy(
            int ruleId, SourceText source, PackageDescr tree, ImportedTypes imported) {
        this.ruleId = ruleId;
        this.findings = new Findings(source);
        this.tree = tree;
        this.imports = new Imports(tree);
        this.imported = imported;
    }

    static List<Diagnostic> check(
            int ruleId, SourceText source, PackageDescr tree, ImportedTypes imported) {
        var policy = new LanguagePolicy(ruleId, source, tree, imported);
        new SizePolicy(policy.findings, tree).check();
        policy.checkHeader();
        policy.checkWords();
        policy.checkImports();
        new TypePolicy(policy.findings, tree, policy.imports).check();
        policy.checkFunctions();
        policy.checkRules();
        policy.checkConstants();
        return policy.findings.all();
    }

    /** The names of the rules, without queries. */
    static List<String> ruleNames(PackageDescr tree) {
        return tree.getRules().stream().filter(RuleDescr::isRule).map(RuleDescr::getName).toList();
    }

    private void checkHeader() {
        var name = tree.getName();
        if (name != null && !name.isEmpty() && !name.equals(RulePackage.of(ruleId))) {
            findings.refuse(
                    find("package"),
                    "The code claims the package `" + name + "`.",
                    "Remove the line: every rule has a package of its own.");
        }
        if (tree.getUnit() != null) {
            findings.refuse(
                    find("unit"), "Rule units are not part of the language.", "Remove the line.");
        }
        if (!tree.getGlobals().isEmpty()) {
            findings.refuse(
                    find("global"),
                    "A rule cannot declare globals: they are not part of the game's state.",
                    "Declare a fact type and insert a fact; `law` is there already.");
        }
        if (!tree.getEntryPointDeclarations().isEmpty()) {
            findings.refuse(
                    find("entry"), "There are no entry points.", "Match facts without `from`.");
        }
        if (!tree.getWindowDeclarations().isEmpty()) {
            findings.refuse(
                    find("window"),
                    "There are no windows over time.",
                    "Call `law.schedule(name, at)` and react to `Elapsed( name == ... )`.");
        }
        for (var attribute : tree.getAttributes()) {
            boolean java =
                    attribute.getName().equals("dialect") && "java".equals(attribute.getValue());
            if (!java) {
                findings.refuse(
                        findings.at(attribute),
                        "The attribute `" + attribute.getName() + "` stands outside a rule.",
                        "Write it in the rules that need it.");
            }
        }
    }

    private Position find(String word) {
        return findings.source().find(word);
    }

    private void checkWords() {
        var reserved = findings.source().matcher(RESERVED_WORDS);
        while (reserved.find()) {
            findings.refuse(
                    findings.source().at(reserved.start()),
                    "`" + reserved.group() + "` would reach the engine.",
                    "Call `insert`, `modify` and `delete` by themselves, and `law` for all else.");
        }
        var heavy = findings.source().matcher(HEAVY_WORDS);
        while (heavy.find()) {
            if (!isStaticImport(heavy.start(), heavy.group())) {
                findings.refuse(
                        findings.source().at(heavy.start()),
                        "`" + heavy.group() + "` is not part of the language.",
                        heavy.group().equals("static")
                                ? "Keep what must last in a fact of a declared type."
                                : "Leave the word out.");
            }
        }
    }

    private boolean isStaticImport(int offset, String word) {
        var before = findings.source().masked().substring(0, offset).stripTrailing();
        return word.equals("static") && before.endsWith("import");
    }

    private void checkImports() {
        for (var function : tree.getFunctionImports()) {
            findings.refuse(
                    findings.at(function),
                    "A static import hides which class is called: `" + function.getTarget() + "`.",
                    "Write the class before the name, as in `Math.max(a, b)`.");
        }
        for (var accumulate : tree.getAccumulateImports()) {
            findings.refuse(
                    findings.at(accumulate),
                    "Accumulate functions cannot be imported: `" + accumulate.getTarget() + "`.",
                    "Use sum, min, max, average, count or collectList.");
        }
        for (ImportDescr line : tree.getImports()) {
            if (RulePackage.isType(line.getTarget())) {
                if (!imported.knows(line.getTarget())) {
                    findings.add(imported.refuse(findings.at(line), line.getTarget()));
                }
            } else if (!Imports.isAllowed(line.getTarget())) {
                findings.add(
                        Diagnostic.error(
                                "not-allowed",
                                findings.at(line),
                                "`" + line.getTarget() + "` cannot be imported.",
                                Advice.on(line.getTarget())));
            }
        }
    }

    private void checkFunctions() {
        for (FunctionDescr function : tree.getFunctions()) {
            var at = new Position(function.getLine(), function.getColumn() + 1);
            if (!NAME.matcher(function.getName()).matches()) {
                findings.refuse(
                        at, "`" + function.getName() + "` is not a name for a function.", "");
            }
            if (function.getName().matches("lambda|reference")) {
                findings.refuse(at, "The name is taken.", "Choose another name.");
            }
            var body = new SourceText(ruleId, String.valueOf(function.getBody())).masked();
            if (Pattern.compile("\\blaw\\b").matcher(body).find()) {
                findings.refuse(
                        findings.source()
                                .find("law", findings.source().offset(at.line(), at.column())),
                        "`law` can be called in consequences only, not in a function.",
                        "Let the function answer a value, and call `law` after `then`.");
            }
        }
    }

    /** Constants of enums, wherever they stand. */
    private void checkConstants() {
        var known = new TreeMap<String, Set<String>>();
        KnownFacts.types()
                .forEach(
                        (name, type) -> {
                            if (type.isEnum()) {
                                var names = new TreeSet<String>();
                                for (var constant : type.getEnumConstants()) {
                                    names.add(((Enum<?>) constant).name());
                                }
                                known.put(name, names);
                            }
                        });
        known.putAll(imported.enums(tree));
        for (var type : tree.getEnumDeclarations()) {
            var names = new TreeSet<String>();
            type.getLiterals().forEach(literal -> names.add(literal.getName()));
            known.put(type.getTypeName(), names);
        }
        var uses = findings.source().matcher(CONSTANT);
        while (uses.find()) {
            var constants = known.get(uses.group(1));
            if (constants != null && !constants.contains(uses.group(2))) {
                findings.add(
                        Diagnostic.error(
                                "unknown-constant",
                                findings.source().at(uses.start(2)),
                                "`" + uses.group(1) + "` has no constant `" + uses.group(2) + "`.",
                                Nearest.hint(uses.group(2), constants, "It has ")));
            }
        }
    }

    private void checkRules() {
        var declared = new ArrayList<>(DeclaredTypes.of(tree));
        declared.addAll(imported.facts(tree));
        var queries = new TreeSet<String>();
        for (var rule : tree.getRules()) {
            if (rule instanceof QueryDescr query) {
                queries.add(query.getName());
            }
        }
        var conditions = new ConditionPolicy(findings, new FactTypes(declared, imports), queries);
        Set<String> names = new HashSet<>();
        for (var rule : tree.getRules()) {
            if (!names.add(rule.getName())) {
                findings.refuse(
                        findings.at(rule),
                        "Two rules have the name \"" + rule.getName() + "\".",
                        "Give one of them another name.");
            }
            new RulePolicy(findings, rule, declared).check();
            conditions.check(rule);
        }
    }
}
