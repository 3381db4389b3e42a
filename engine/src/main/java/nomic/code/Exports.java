package nomic.code;

import org.drools.drl.ast.descr.PackageDescr;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The fact types and enums that a rule declares, as text against which other rules are compiled.
 *
 * @param ruleId of the rule that declares them
 * @param declarations in DRL, without a package; empty where there are none
 */
public record Exports(int ruleId, String declarations) {
    private static final Pattern DECLARE = Pattern.compile("(?m)^[ \\t]*declare\\b");
    private static final Pattern END = Pattern.compile("\\bend\\b");

    /** Those of code that has been checked; of other code there may be none. */
    public static Exports of(int ruleId, String code) {
        var source = new SourceText(ruleId, code);
        var tree = source.check().isEmpty() ? Parsing.of(source).tree() : null;
        return tree == null ? new Exports(ruleId, "") : of(ruleId, source, tree);
    }

    static Exports of(int ruleId, SourceText source, PackageDescr tree) {
        var text = new StringBuilder();
        int declared = 0;
        var start = source.matcher(DECLARE);
        var end = source.matcher(END);
        while (start.find() && end.find(start.end())) {
            text.append(source.code(), start.start(), end.end()).append('\n');
            declared++;
        }
        boolean whole = declared == DeclaredTypes.names(tree).size();
        return new Exports(ruleId, whole ? imports(tree) + text : "");
    }

    /** Fields may have imported types. */
    private static String imports(PackageDescr tree) {
        return tree.getImports().stream()
                .filter(line -> line.getTarget().startsWith("java."))
                .map(line -> "import " + line.getTarget() + ";\n")
                .collect(Collectors.joining());
    }

    /** What imports of its types name, such as {@code nomic.rule.r301.Coin}. */
    public SortedSet<String> targets() {
        var targets = new TreeSet<String>();
        var tree = Parsing.of(new SourceText(ruleId, declarations)).tree();
        if (tree != null) {
            DeclaredTypes.names(tree)
                    .forEach(name -> targets.add(RulePackage.of(ruleId) + "." + name));
        }
        return targets;
    }

    /** A file of the package of the rule, with nothing but the types. */
    String file() {
        return "package " + RulePackage.of(ruleId) + ";\n" + declarations;
    }
}
