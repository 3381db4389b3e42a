package nomic.law;

/** Where a case stands. */
public enum CaseStatus {
    /** Not judged, or no longer since the judgment was overruled. */
    OPEN,
    /** Judged; the judgment can be overruled. */
    JUDGED,
    /** The judgment stands, or the case lapsed without one. */
    CLOSED
}
