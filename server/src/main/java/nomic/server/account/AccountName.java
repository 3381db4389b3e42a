package nomic.server.account;

import com.ibm.icu.text.SpoofChecker;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an account may be called: 1 to 32 Latin letters, digits and marks, of which no two may look
 * alike.
 */
public final class AccountName {
    static final String RULE =
            "A name has 1 to 32 characters: Latin letters, digits, '_', '-' and '.'.";

    /** ASCII, and the letters of Latin-1 and Latin Extended-A in their composed form. */
    private static final Pattern SHAPE =
            Pattern.compile("[A-Za-z0-9_.\\-\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u017e]{1,32}");

    /** Letters without a dot, with a dot beside them, and two letters in one. */
    private static final Pattern LOOK_ALIKE =
            Pattern.compile("[\\u0131-\\u0133\\u0138\\u013f\\u0140\\u0149]");

    private static final SpoofChecker LOOKS =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    private AccountName() {}

    /** A name as it is compared: two that differ in case or in encoding have the same key. */
    public static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** What a name looks like: {@code Bill}, {@code Bi11} and {@code BilI} look the same. */
    static String look(String name) {
        return LOOKS.getSkeleton(Normalizer.normalize(name, Normalizer.Form.NFC))
                .toLowerCase(Locale.ROOT);
    }

    /** The composed form of a name; null where no account can be called so. */
    public static @Nullable String normal(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        return SHAPE.matcher(composed).matches() && !LOOK_ALIKE.matcher(composed).find()
                ? composed
                : null;
    }
}
