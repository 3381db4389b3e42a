package nomic.server;

import nomic.server.mail.MailSettings;
import nomic.server.rate.RateLimits;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * How people come in.
 *
 * @param rates how often they may ask
 * @param behindProxy whether a proxy tells their addresses in {@code X-Forwarded-For}
 * @param mail how mail leaves the server; null where it does not
 * @param origins the origins whose pages may call from a browser, besides the server's own
 */
public record Access(
        RateLimits rates, boolean behindProxy, @Nullable MailSettings mail, Set<String> origins) {
    public Access {
        origins = Set.copyOf(origins);
    }

    /** For tests: as often as they like. */
    static final Access FREE = new Access(RateLimits.NONE, false, null, Set.of());
}
