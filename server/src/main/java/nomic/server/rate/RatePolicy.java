package nomic.server.rate;

import java.util.Locale;

/**
 * What is counted. Each policy has a number of requests that are answered in a minute, or of
 * connections that are open at once.
 */
public enum RatePolicy {
    /** All requests, sockets and frames without tokens of one address. */
    ADDRESS(3000),
    /** All requests and frames with tokens of one account. */
    ACCOUNT(1200),
    /** What has a password hashed, of one address. */
    LOGIN(30),
    /** Log-ins under one name, from anywhere. */
    NAME(10),
    /** Releases of games from quarantine by one master: each may end processes again. */
    RELEASE(1),
    /** What one account says in games and reports. */
    TALK(30),
    /** Calls of webhooks that one account asks for. */
    CALL(10),
    /** Sockets that are open of one address; half as many of one account. */
    SOCKET(200),
    /** Streams that are open of one address; half as many of one account. */
    STREAM(100);

    private final int standard;

    RatePolicy(int standard) {
        this.standard = standard;
    }

    int standard() {
        return standard;
    }

    /** Its name in options and headers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
