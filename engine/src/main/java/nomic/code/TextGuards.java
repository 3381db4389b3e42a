package nomic.code;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Guards of texts: every object's text and hash code, strings and regular expressions.
 *
 * @see Guards
 */
public final class TextGuards {
    private static final int LONGEST_PATTERN = 500;
    private static final int LONGEST_MATCHED = 20_000;
    private static final Pattern WIDE = Pattern.compile("%[^a-zA-Z%]*?\\d{4,}");

    private TextGuards() {}

    private static void pay(long characters) {
        Fuel.meter().allocate(40 + 2 * characters);
        Fuel.meter().burn(1 + characters / 16);
    }

    public static String toString(Object value) {
        return Texts.of(Objects.requireNonNull(value));
    }

    public static String toString(@Nullable Object value, String otherwise) {
        return value == null ? otherwise : Texts.of(value);
    }

    public static String valueOf(@Nullable Object value) {
        return Texts.of(value);
    }

    public static StringBuilder append(StringBuilder builder, @Nullable Object value) {
        return builder.append(Texts.of(value));
    }

    public static int hashCode(Object value) {
        return switch (value) {
            case Enum<?> constant -> constant.name().hashCode();
            case Number number -> number.hashCode();
            case Boolean flag -> flag.hashCode();
            case Character character -> character.hashCode();
            default -> Texts.of(value).hashCode();
        };
    }

    public static String repeat(String text, int times) {
        pay(Math.multiplyFull(text.length(), Math.max(0, times)));
        return text.repeat(times);
    }

    public static boolean matches(String text, String regex) {
        return matcher(compile(regex), text).matches();
    }

    public static String[] split(String text, String regex) {
        return split(text, regex, 0);
    }

    public static String[] split(String text, String regex, int limit) {
        pay(2L * text.length());
        var pattern = compile(regex);
        var parts = new ArrayList<String>();
        var matcher = matcher(pattern, text);
        int from = 0;
        while (matcher.find() && (limit <= 0 || parts.size() < limit - 1)) {
            if (matcher.end() > 0) {
                pay(matcher.start() - from);
                parts.add(text.substring(from, matcher.start()));
                from = matcher.end();
            }
        }
        parts.add(text.substring(from));
        while (limit == 0 && parts.size() > 1 && parts.getLast().isEmpty()) {
            parts.removeLast();
        }
        return parts.toArray(String[]::new);
    }

    public static String replaceAll(String text, String regex, String replacement) {
        pay(growth(text, replacement));
        return matcher(compile(regex), text).replaceAll(replacement);
    }

    public static String replaceFirst(String text, String regex, String replacement) {
        pay(text.length() + replacement.length());
        return matcher(compile(regex), text).replaceFirst(replacement);
    }

    public static String replace(String text, CharSequence target, CharSequence replacement) {
        Weight.searches(text, target);
        pay(growth(text, replacement));
        return text.replace(target, replacement);
    }

    private static long growth(String text, CharSequence replacement) {
        return (text.length() + 1L) * (replacement.length() + 1L);
    }

    public static String join(CharSequence between, CharSequence[] parts) {
        return join(between, List.of(parts));
    }

    public static String join(CharSequence between, Iterable<? extends CharSequence> parts) {
        var joined = new StringBuilder();
        boolean first = true;
        for (var part : parts) {
            var text = String.valueOf(part);
            pay(text.length() + between.length());
            joined.append(first ? "" : between).append(text);
            first = false;
        }
        return joined.toString();
    }

    public static String formatted(String format, Object[] arguments) {
        return format(format, arguments);
    }

    public static String format(String format, Object[] arguments) {
        if (WIDE.matcher(format).find()) {
            throw new IllegalArgumentException("A width of more than 999 in a format");
        }
        long references = format.chars().filter(each -> each == '%').count();
        var texts = new Object[arguments.length];
        long longest = 0;
        for (int i = 0; i < arguments.length; i++) {
            var argument = arguments[i];
            switch (argument) {
                case null -> {}
                case Number number -> {
                    Weight.numbers(number, references);
                    texts[i] = number;
                }
                case Character letter -> texts[i] = letter;
                case Boolean truth -> texts[i] = truth;
                default -> {
                    var text = Texts.of(argument);
                    longest = Math.max(longest, text.length());
                    texts[i] = text;
                }
            }
        }
        pay(1000L * format.length());
        pay(references * longest);
        return String.format(Locale.ROOT, format.replace("%n", "\n"), texts);
    }

    public static String toLowerCase(String text) {
        pay(text.length());
        return text.toLowerCase(Locale.ROOT);
    }

    public static String toUpperCase(String text) {
        pay(text.length());
        return text.toUpperCase(Locale.ROOT);
    }

    public static void setLength(StringBuilder builder, int length) {
        pay(Math.max(0, length));
        builder.setLength(length);
    }

    public static Pattern compile(String regex) {
        if (regex.length() > LONGEST_PATTERN) {
            throw new IllegalArgumentException(
                    "A pattern of more than " + LONGEST_PATTERN + " characters");
        }
        pay(20L * regex.length());
        PatternCost.of(regex);
        return Pattern.compile(regex);
    }

    /** Pays for a look at every place of the text, from which characters may not be read. */
    public static Matcher matcher(Pattern pattern, CharSequence text) {
        if (text.length() > LONGEST_MATCHED) {
            throw new IllegalArgumentException(
                    "A pattern is matched with at most " + LONGEST_MATCHED + " characters");
        }
        int ways = PatternCost.of(pattern.pattern());
        Fuel.meter().burn(Math.multiplyFull(ways, 1 + text.length()));
        Weight.makes();
        return pattern.matcher(new MeteredText(text, ways));
    }

    private static Matcher paid(Matcher matcher) {
        int ways = PatternCost.of(matcher.pattern().pattern());
        Fuel.meter().burn(Math.multiplyFull(ways, 1 + matcher.regionEnd() / 16));
        return matcher;
    }

    public static boolean find(Matcher matcher) {
        return paid(matcher).find();
    }

    public static boolean find(Matcher matcher, int from) {
        return paid(matcher).find(from);
    }

    public static boolean matches(Matcher matcher) {
        return paid(matcher).matches();
    }

    public static @Nullable String group(Matcher matcher) {
        return paid(matcher.group());
    }

    public static @Nullable String group(Matcher matcher, int group) {
        return paid(matcher.group(group));
    }

    public static @Nullable String group(Matcher matcher, String group) {
        return paid(matcher.group(group));
    }

    /**
     * A matcher's text has a bounded length, so that a part of it can be paid for when it is made.
     */
    private static @Nullable String paid(@Nullable String part) {
        pay(part == null ? 0 : part.length());
        return part;
    }

    public static boolean lookingAt(Matcher matcher) {
        return paid(matcher).lookingAt();
    }

    public static @Nullable String getMessage(Throwable thrown) {
        return Texts.messageOf(thrown);
    }
}
