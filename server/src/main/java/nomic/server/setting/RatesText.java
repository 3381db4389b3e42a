package nomic.server.setting;

import nomic.server.rate.RateLimits;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rates as operators write them: {@code address=6000,login=10}. */
public final class RatesText {
    private static final Pattern RATE = Pattern.compile("([a-z]+)=([0-9]{1,7})");

    private RatesText() {}

    /**
     * Reads numbers by name; what is not named is standard.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    public static RateLimits read(String text) {
        RateLimits rates = RateLimits.STANDARD;
        for (String each : text.split(",", -1)) {
            Matcher parts = RATE.matcher(each.strip());
            RateLimits changed =
                    parts.matches()
                            ? rates.with(parts.group(1), Integer.parseInt(parts.group(2)))
                            : null;
            if (changed == null) {
                throw new IllegalArgumentException(
                        "'" + each + "' is no NAME=N; names are " + RateLimits.words());
            }
            rates = changed;
        }
        return rates;
    }
}
