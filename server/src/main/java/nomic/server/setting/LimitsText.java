package nomic.server.setting;

import nomic.game.Limit;
import nomic.game.Limits;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Limits of games as operators write them: {@code fuel=5000000,bytes=32MB}. */
public final class LimitsText {
    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,12})([KMG]B)?");

    private LimitsText() {}

    /**
     * Reads amounts by name; what is not named is standard.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    public static Limits read(String text) {
        var given = new TreeMap<Limit, Long>();
        for (String each : text.split(",", -1)) {
            String[] pair = each.split("=", -1);
            if (pair.length != 2) {
                throw wrong("'" + each + "' is no NAME=AMOUNT");
            }
            Limit limit = limit(pair[0].strip());
            if (given.put(limit, amount(limit, pair[1].strip())) != null) {
                throw wrong(limit.word() + " is given twice");
            }
        }
        return new Limits(given);
    }

    private static Limit limit(String name) {
        Limit limit = Limit.named(name);
        if (limit == null) {
            String names =
                    Arrays.stream(Limit.values())
                            .map(Limit::word)
                            .collect(Collectors.joining(", "));
            throw wrong("there is no limit '" + name + "'; there are " + names);
        }
        return limit;
    }

    private static long amount(Limit limit, String text) {
        Matcher parts = AMOUNT.matcher(text.toUpperCase(Locale.ROOT));
        if (!parts.matches() || (parts.group(2) != null && limit != Limit.BYTES)) {
            String unit = limit == Limit.BYTES ? ", alone or with KB, MB or GB" : "";
            throw wrong(limit.word() + " is '" + text + "': give a whole number" + unit);
        }
        long amount = Long.parseLong(parts.group(1)) * factor(parts.group(2));
        if (amount < limit.least() || amount > limit.most()) {
            throw wrong(
                    "%s is %s: it may be from %d to %d"
                            .formatted(limit.word(), text, limit.least(), limit.most()));
        }
        return amount;
    }

    private static long factor(@Nullable String unit) {
        return switch (unit) {
            case null -> 1;
            case "KB" -> 1 << 10;
            case "MB" -> 1 << 20;
            default -> 1 << 30;
        };
    }

    private static IllegalArgumentException wrong(String message) {
        return new IllegalArgumentException(message);
    }
}
