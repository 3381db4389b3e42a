package nomic.session;

import nomic.code.Exports;
import nomic.code.RuleImports;
import nomic.code.RuleSource;
import nomic.game.GameState;
import nomic.game.RuleEntry;

import java.util.ArrayList;

/** What it takes to compile a text of a game for a look at it. */
public final class RuleSources {
    private RuleSources() {}

    /** Code as that of a rule, with the types that it imports from others, in force or not. */
    public static RuleSource of(GameState state, int ruleId, String code) {
        var uses = new ArrayList<Exports>();
        for (int used : RuleImports.of(code)) {
            RuleEntry rule = state.rulebook().get(used);
            if (rule != null) {
                uses.add(Exports.of(used, rule.text().code()));
            }
        }
        return new RuleSource(ruleId, code, uses);
    }
}
