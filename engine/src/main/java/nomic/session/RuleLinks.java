package nomic.session;

import nomic.code.Exports;
import nomic.code.RuleImports;
import nomic.code.RuleSource;
import nomic.game.GameState;
import nomic.game.RuleEntry;

import java.util.ArrayList;
import java.util.List;

/** Which rules of a game import types from which. */
public final class RuleLinks {
    private RuleLinks() {}

    /** Code as that of a rule, with the types that it imports from others, in force or not. */
    public static RuleSource source(GameState state, int ruleId, String code) {
        var uses = new ArrayList<Exports>();
        for (RuleEntry used : from(state, code)) {
            uses.add(Exports.of(used.id(), used.text().code()));
        }
        return new RuleSource(ruleId, code, uses);
    }

    /** The rules from which code imports, in force or not. */
    public static List<RuleEntry> from(GameState state, String code) {
        var used = new ArrayList<RuleEntry>();
        for (int id : RuleImports.of(code)) {
            RuleEntry rule = state.rulebook().get(id);
            if (rule != null) {
                used.add(rule);
            }
        }
        return used;
    }

    /** The rules in force that import from a rule. */
    public static List<RuleEntry> to(GameState state, int id) {
        return state.rulebook().values().stream()
                .filter(Rulebooks::acts)
                .filter(rule -> rule.id() != id && RuleImports.of(rule.text().code()).contains(id))
                .toList();
    }
}
