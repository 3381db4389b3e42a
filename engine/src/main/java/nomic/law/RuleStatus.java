package nomic.law;

/** Whether a rule acts. */
public enum RuleStatus {
    IN_FORCE,
    SUSPENDED,
    REPEALED
}
