package nomic.session;

import nomic.code.Check;
import nomic.code.Checker;
import nomic.code.CompiledRule;
import nomic.code.Diagnostic;
import nomic.code.RuleImports;
import nomic.game.GameState;
import nomic.game.RuleEntry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Checks the code of rules together with the rules of a game from which it imports types. */
final class Linker {
    private static final int DEEPEST = 8;

    private final Checker checker;
    private final GameState state;
    private final Map<Integer, CompiledRule> loaded = new TreeMap<>();
    private final List<Integer> path = new ArrayList<>();

    /**
     * @param loaded rules that are loaded already: what imports from them uses these loads
     */
    Linker(Checker checker, GameState state, Collection<CompiledRule> loaded) {
        this.checker = checker;
        this.state = state;
        loaded.forEach(rule -> this.loaded.put(rule.ruleId(), rule));
    }

    /** Checks code as that of a rule; what imports from the rule uses what comes of it. */
    Check check(int ruleId, String code) {
        var uses = new ArrayList<CompiledRule>();
        path.add(ruleId);
        for (int used : RuleImports.of(code)) {
            if (path.contains(used) || path.size() > DEEPEST) {
                return circle(used);
            }
            if (!loaded.containsKey(used)) {
                RuleEntry rule = state.rulebook().get(used);
                if (rule == null || !Rulebooks.acts(rule)) {
                    continue; // the checker says so, at the place of the import
                }
                if (check(used, rule.text().code()) instanceof Check.Refused refused) {
                    return refused;
                }
            }
            uses.add(Objects.requireNonNull(loaded.get(used)));
        }
        path.removeLast();
        Check check = checker.check(ruleId, code, uses);
        if (check instanceof Check.Accepted accepted) {
            loaded.put(ruleId, accepted.rule());
        }
        return check;
    }

    private Check circle(int used) {
        return new Check.Refused(
                List.of(
                        new Diagnostic(
                                Diagnostic.Severity.ERROR,
                                "not-allowed",
                                0,
                                0,
                                path.contains(used)
                                        ? "Rules import from one another in a circle: "
                                                + path
                                                + " and again "
                                                + used
                                                + "."
                                        : "Rules import from one another more than "
                                                + DEEPEST
                                                + " deep.",
                                "Declare the shared types in a rule that imports nothing.")));
    }
}
