package nomic.code;

import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * Limits how much there may be of each thing. Every condition becomes a class and every combination
 * of alternatives a branch of the network, and what is joined multiplies.
 */
final class SizePolicy {
    static final int MOST_RULES = 100;
    static final int MOST_PATTERNS = 30;
    static final int MOST_ALTERNATIVES = 64;
    static final int MOST_JOINED = 15;
    private static final int MOST_PATTERNS_IN_ALL = 1_000;
    private static final int MOST_CONSTRAINTS = 30;
    private static final int MOST_CONSTRAINTS_IN_ALL = 1_000;
    private static final int MOST_CONSEQUENCES = 10;
    private static final int MOST_TYPES = 50;
    private static final int MOST_FIELDS = 50;
    private static final int MOST_CONSTANTS = 200;
    private static final int MOST_FUNCTIONS = 50;
    private static final int MOST_IMPORTS = 100;
    private static final String DIVIDE = "Divide it into several rules of the game";

    /**
     * The size of a part of the conditions of a rule.
     *
     * @param alternatives combinations of {@code or}
     * @param patterns all of them, those inside of {@code not} and the like too
     * @param joined patterns of one combination whose facts are held together
     */
    private record Extent(long alternatives, int patterns, int joined) {
        static final Extent NOTHING = new Extent(1, 0, 0);

        Extent and(Extent other) {
            return new Extent(
                    Math.min(1L << 30, alternatives * other.alternatives),
                    patterns + other.patterns,
                    joined + other.joined);
        }

        Extent or(Extent other) {
            return new Extent(
                    alternatives + other.alternatives,
                    patterns + other.patterns,
                    Math.max(joined, other.joined));
        }
    }

    private final Findings findings;
    private final PackageDescr tree;
    private long patternsInAll;
    private int constraints;
    private int joined;

    SizePolicy(Findings findings, PackageDescr tree) {
        this.findings = findings;
        this.tree = tree;
    }

    void check() {
        limit("rules", tree.getRules().size(), MOST_RULES, DIVIDE, null);
        limit("functions", tree.getFunctions().size(), MOST_FUNCTIONS, DIVIDE, null);
        limit(
                "imports",
                tree.getImports().size(),
                MOST_IMPORTS,
                "Import packages as a whole",
                null);
        checkTypes();
        tree.getRules().forEach(this::checkRule);
        limit("conditions", constraints, MOST_CONSTRAINTS_IN_ALL, DIVIDE, null);
        limit(
                "patterns",
                patternsInAll,
                MOST_PATTERNS_IN_ALL,
                "Each combination of `or` counts: use fewer, or divide it into several rules",
                null);
    }

    private void limit(String what, long count, long most, String hint, @Nullable BaseDescr at) {
        if (count > most) {
            findings.add(
                    Diagnostic.error(
                            "too-many-" + what,
                            at == null ? Position.WHOLE : findings.at(at),
                            (at == null ? "The code" : "This")
                                    + " has "
                                    + count
                                    + " "
                                    + what.replace('-', ' ')
                                    + ".",
                            hint + "; " + most + " are allowed."));
        }
    }

    private void checkTypes() {
        int types = tree.getTypeDeclarations().size() + tree.getEnumDeclarations().size();
        limit("types", types, MOST_TYPES, DIVIDE, null);
        var hint = "Divide the type";
        for (var type : tree.getTypeDeclarations()) {
            limit("fields", type.getFields().size(), MOST_FIELDS, hint, type);
        }
        for (var type : tree.getEnumDeclarations()) {
            limit("fields", type.getFields().size(), MOST_FIELDS, hint, type);
            limit("constants", type.getLiterals().size(), MOST_CONSTANTS, hint, type);
        }
    }

    private void checkRule(RuleDescr rule) {
        joined = 0;
        var extent = extent(rule.getLhs());
        var divide = "Divide the rule into several";
        limit("patterns", extent.patterns(), MOST_PATTERNS, divide, rule);
        limit("alternatives", extent.alternatives(), MOST_ALTERNATIVES, divide, rule);
        limit(
                "joined-patterns",
                Math.max(joined, extent.joined()),
                MOST_JOINED,
                "Keep what was found in a fact of your own, and match that in another rule",
                rule);
        limit("consequences", rule.getNamedConsequences().size(), MOST_CONSEQUENCES, divide, rule);
        if (extent.alternatives() <= MOST_ALTERNATIVES) {
            patternsInAll += extent.patterns() * extent.alternatives();
        }
    }

    private Extent extent(@Nullable Object node) {
        return switch (node) {
            case PatternDescr pattern -> pattern(pattern);
            case OrDescr or ->
                    or.getDescrs().stream()
                            .map(this::extent)
                            .reduce(Extent::or)
                            .orElse(Extent.NOTHING);
            case AndDescr and -> all(and);
            case AccumulateDescr accumulate -> apart(extent(accumulate.getInput()));
            case CollectDescr collect -> apart(extent(collect.getInputPattern()));
            case ConditionalElementDescr group -> apart(all(group));
            case null, default -> Extent.NOTHING;
        };
    }

    private Extent all(ConditionalElementDescr group) {
        return group.getDescrs().stream().map(this::extent).reduce(Extent.NOTHING, Extent::and);
    }

    private Extent pattern(PatternDescr pattern) {
        int count = pattern.getDescrs().size();
        constraints += count;
        limit("conditions", count, MOST_CONSTRAINTS, "Divide the pattern", pattern);
        return new Extent(1, 1, 1).and(extent(pattern.getSource()));
    }

    /** What is found here is joined among itself, and not held by the rule. */
    private Extent apart(Extent inside) {
        joined = Math.max(joined, inside.joined());
        return new Extent(inside.alternatives(), inside.patterns(), 0);
    }
}
