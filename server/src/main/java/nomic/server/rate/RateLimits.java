package nomic.server.rate;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many requests are answered in a minute.
 *
 * @param perMinute the number for each policy; 0 for as many as come
 */
public record RateLimits(Map<RatePolicy, Integer> perMinute) {
    public static final RateLimits STANDARD = standard();
    public static final RateLimits NONE = none();

    public RateLimits {
        var all = new EnumMap<RatePolicy, Integer>(RatePolicy.class);
        for (RatePolicy policy : RatePolicy.values()) {
            all.put(policy, perMinute.getOrDefault(policy, 0));
        }
        perMinute = Collections.unmodifiableMap(all);
    }

    private static RateLimits standard() {
        var limits = new EnumMap<RatePolicy, Integer>(RatePolicy.class);
        for (RatePolicy policy : RatePolicy.values()) {
            limits.put(policy, policy.standard());
        }
        return new RateLimits(limits);
    }

    private static RateLimits none() {
        return new RateLimits(Map.of());
    }

    /** The same with another number; null where no policy has this word. */
    public @Nullable RateLimits with(String word, int number) {
        for (RatePolicy policy : RatePolicy.values()) {
            if (policy.word().equals(word)) {
                var changed = new EnumMap<>(perMinute);
                changed.put(policy, number);
                return new RateLimits(changed);
            }
        }
        return null;
    }

    /** The words of all policies. */
    public static String words() {
        return Arrays.stream(RatePolicy.values())
                .map(RatePolicy::word)
                .collect(Collectors.joining(", "));
    }

    /** The standard numbers as operators write them. */
    public static String standardText() {
        return Arrays.stream(RatePolicy.values())
                .map(policy -> policy.word() + "=" + policy.standard())
                .collect(Collectors.joining(","));
    }

    int of(RatePolicy policy) {
        return perMinute.getOrDefault(policy, 0);
    }
}
