package nomic.bench;

import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

import java.util.List;

/** One session from its opening to its end: facts in, both agenda groups fired until quiet. */
final class Firing {
    private Firing() {}

    /** How many rules have fired, and how often they have asked for something. */
    static int of(KieBase base, List<Object> facts) {
        var law = new CountingLaw();
        var session = base.newKieSession();
        try {
            session.setGlobal("law", law);
            facts.forEach(session::insert);
            int fired = fire(session, "legality") + fire(session, "play");
            return fired * 1_000 + law.calls();
        } finally {
            session.dispose();
        }
    }

    private static int fire(KieSession session, String group) {
        var rules = session.getAgenda().getAgendaGroup(group);
        if (rules == null) {
            return 0;
        }
        rules.setFocus();
        return session.fireAllRules(5_000);
    }
}
