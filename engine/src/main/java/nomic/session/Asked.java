package nomic.session;

import nomic.game.Cause;

import java.util.Comparator;

/**
 * An ask with the match that made it. Asks are carried out in the order of rule number, DRL rule
 * name, matched facts and call, never in the order in which Drools fired.
 *
 * @param rule the id of the rule
 * @param nth counts the calls of one match from 0
 */
record Asked<A>(A ask, int rule, Cause.ByRule cause, String match, int nth) {
    static final Comparator<Asked<?>> ORDER =
            Comparator.<Asked<?>>comparingInt(asked -> asked.cause().rule())
                    .thenComparing(asked -> asked.cause().name())
                    .thenComparing(Asked::match)
                    .thenComparingInt(Asked::nth);

    <B> Asked<B> with(B other) {
        return new Asked<>(other, rule, cause, match, nth);
    }
}
