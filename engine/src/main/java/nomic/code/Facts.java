package nomic.code;

import org.drools.base.factmodel.GeneratedFact;
import org.drools.model.BitMask;
import org.drools.model.Drools;

/**
 * What instrumented rule code calls to change working memory: only facts of types that rules
 * declare, which a rule has of its own or by import. Public only because rule classes live in
 * packages of their own.
 */
public final class Facts {
    private static final int CHANGE_BYTES = 200;

    private Facts() {}

    /** Inserts a fact and pays for it. */
    public static void insert(Drools drools, Object fact, int ruleId) {
        requireDeclared(fact, "insert");
        Fuel.meter().insertFact();
        Weight.fact(fact);
        drools.insert(fact);
        Fuel.meter().current(ruleId);
    }

    /** Tells the engine which properties of a fact have changed. */
    public static void update(Drools drools, Object fact, BitMask properties, int ruleId) {
        requireDeclared(fact, "update");
        payForChange(fact);
        drools.update(fact, properties);
        Fuel.meter().current(ruleId);
    }

    /** Tells the engine which properties of a fact have changed; none means all. */
    public static void update(Drools drools, Object fact, String[] properties, int ruleId) {
        requireDeclared(fact, "update");
        payForChange(fact);
        drools.update(fact, properties);
        Fuel.meter().current(ruleId);
    }

    /** Takes a fact out of working memory. */
    public static void delete(Drools drools, Object fact, int ruleId) {
        requireDeclared(fact, "delete");
        drools.delete(fact);
        Fuel.meter().current(ruleId);
    }

    private static void payForChange(Object fact) {
        Weight.fact(fact);
        Fuel.meter().allocate(CHANGE_BYTES);
    }

    private static void requireDeclared(Object fact, String verb) {
        if (fact == null) {
            throw new IllegalArgumentException(
                    "There is nothing to " + verb + ": the fact is null");
        }
        var declared =
                fact instanceof GeneratedFact
                        && fact.getClass().getEnclosingClass() == null
                        && fact.getClass().getClassLoader() instanceof RuleLoader;
        if (!declared) {
            throw new IllegalArgumentException(
                    "Rule code can "
                            + verb
                            + " only facts of types that it declares or imports, not "
                            + fact.getClass().getSimpleName());
        }
    }
}
