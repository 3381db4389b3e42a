package nomic.session;

/**
 * A rule broke or passed a limit.
 *
 * @param rule the id of the culprit
 * @param name the DRL rule in hand; empty where none was
 * @param why what players are told
 * @param legality whether it broke while it judged
 */
record Fault(int rule, String name, String why, boolean legality) {
    /** Unwinds a decision; the session in which it was thrown is discarded. */
    static final class Thrown extends Error {
        private static final long serialVersionUID = 1L;
        private final transient Fault fault;

        Thrown(Fault fault) {
            super(fault.why(), null, false, false);
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }
}
