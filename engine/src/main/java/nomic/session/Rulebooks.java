package nomic.session;

import nomic.code.Check;
import nomic.code.Checker;
import nomic.code.CompiledRule;
import nomic.code.MeteredThread;
import nomic.game.GameState;
import nomic.game.Limits;
import nomic.game.RuleEntry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Knowledge bases by rulebook. Games whose rules in force have the same code share one. */
final class Rulebooks {
    private static final int KEPT = 64;

    private final Checker checker;
    private final Map<String, Base> bases =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Base> eldest) {
                    return size() > KEPT;
                }
            };

    Rulebooks(Checker checker) {
        this.checker = checker;
    }

    /** The base of the rules in force; not to be changed. */
    Base shared(GameState state) {
        String key = key(state);
        synchronized (bases) {
            Base known = bases.get(key);
            if (known != null) {
                return known;
            }
        }
        Base built = fresh(state);
        synchronized (bases) {
            bases.put(key, built);
        }
        return built;
    }

    /** A base of the rules in force that belongs to the caller. */
    Base fresh(GameState state) {
        return apart(() -> new Base(compiled(state)));
    }

    /** The classes of a rule's code, which has been checked before. */
    CompiledRule compiled(GameState state, int ruleId, String code) {
        return compiled(new Linker(checker, state, List.of()), ruleId, code);
    }

    private static CompiledRule compiled(Linker linker, int ruleId, String code) {
        return switch (linker.check(ruleId, code)) {
            case Check.Accepted accepted -> accepted.rule();
            case Check.Refused refused when !refused.isFinal() ->
                    throw new IllegalStateException(
                            "Rule " + ruleId + " could not be compiled in time; try again");
            case Check.Refused refused ->
                    throw new Fault.Thrown(
                            new Fault(
                                    ruleId,
                                    "",
                                    "its code no longer passes the checker: "
                                            + refused.diagnostics().getFirst().message(),
                                    false));
        };
    }

    /**
     * Checks code that is to be loaded beside some rules, those from which it imports among them.
     */
    Check check(GameState state, int ruleId, String code, Collection<CompiledRule> loaded) {
        return new Linker(checker, state, loaded).check(ruleId, code);
    }

    /** Loads one more rule into a private base. */
    void load(Base base, CompiledRule rule) {
        apart(
                () -> {
                    base.add(rule);
                    return base;
                });
    }

    /**
     * Loading is paid apart from the command, since whether there is anything to load depends on
     * what this process has loaded before. Games of different limits share what is loaded, so its
     * budget is one for all.
     */
    private Base apart(Callable<Base> work) {
        try {
            return MeteredThread.under(Meters.of(Limits.STANDARD), work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Cannot build a knowledge base", e);
        }
    }

    private List<CompiledRule> compiled(GameState state) {
        var linker = new Linker(checker, state, List.of());
        var rules = new ArrayList<CompiledRule>();
        for (RuleEntry rule : state.rulebook().values()) {
            if (acts(rule)) {
                rules.add(compiled(linker, rule.id(), rule.text().code()));
            }
        }
        return rules;
    }

    static boolean acts(RuleEntry rule) {
        return rule.inForce() && !rule.text().code().isBlank();
    }

    private static String key(GameState state) {
        var key = new StringBuilder();
        for (RuleEntry rule : state.rulebook().values()) {
            if (acts(rule)) {
                key.append(rule.id()).append(':').append(rule.text().hash()).append(' ');
            }
        }
        return key.toString();
    }
}
