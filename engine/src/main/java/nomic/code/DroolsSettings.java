package nomic.code;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What must hold in the process before Drools is used for the rules of players. */
final class DroolsSettings {
    /** Drools logs warnings and errors that quote the text of players. */
    private static final List<Logger> TOO_TALKATIVE =
            List.of(
                    Logger.getLogger("org.drools.base.rule.EvalCondition"),
                    Logger.getLogger("org.drools.drl.parser"),
                    Logger.getLogger("org.drools.compiler"),
                    Logger.getLogger("org.drools.model.codegen"));

    private DroolsSettings() {}

    static {
        System.setProperty("drools.dialect.java.compiler.lnglevel", "21");
        // The eager builder of networks loses matches of rules that are added to a base which has
        // others. Read when the first network is built.
        System.setProperty("drools.useEagerSegmentCreation", "false");
        TOO_TALKATIVE.forEach(logger -> logger.setLevel(Level.OFF));
        TupleMetering.install();
    }

    /** Does nothing but load this class, once. */
    static void apply() {}
}
