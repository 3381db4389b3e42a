package nomic.code;

import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;

import java.util.TreeSet;
import java.util.regex.Pattern;

/** Says why a variable is not known in a rule: where it is bound, and which ones are. */
final class Scopes {
    private static final Pattern BOUND = Pattern.compile("(\\$\\w+)\\s*:");

    private final PackageDescr tree;
    private final SourceText source;

    Scopes(PackageDescr tree, SourceText source) {
        this.tree = tree;
        this.source = source;
    }

    /** Why the actions of a rule do not know a variable; empty where nothing is like it. */
    String hint(String variable, RuleDescr rule) {
        var bound = boundIn(rule);
        if (bound.contains(variable)) {
            return "It is bound inside of `not`, `exists`, `forall` or `accumulate`, or on one side"
                    + " of an `or`, and unknown outside: match the fact by a condition of its own,"
                    + " or write a rule for each side.";
        }
        var near = Nearest.maybe(variable, bound);
        if (!near.isEmpty()) {
            return near;
        }
        for (var other : tree.getRules()) {
            if (!other.getName().equals(rule.getName()) && boundIn(other).contains(variable)) {
                return "It is bound in rule \""
                        + other.getName()
                        + "\" only: bind it in the conditions of this rule as well.";
            }
        }
        return "";
    }

    /** The variables that the text of a rule binds, at whatever depth. */
    TreeSet<String> boundIn(RuleDescr rule) {
        var names = new TreeSet<String>();
        var bindings = source.matcher(BOUND);
        bindings.region(
                Math.max(0, rule.getStartCharacter()),
                Math.min(source.masked().length(), Math.max(0, rule.getEndCharacter())));
        while (bindings.find()) {
            names.add(bindings.group(1));
        }
        return names;
    }
}
