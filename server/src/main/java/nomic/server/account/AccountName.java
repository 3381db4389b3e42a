package nomic.server.account;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What an account may be called: 1 to 32 Latin letters, digits and marks, so that two names that
 * look alike to people are alike to the server.
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

    private AccountName() {}

    /** The composed form of a name; null where no account can be called so. */
    public static @Nullable String normal(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        return SHAPE.matcher(composed).matches() && !LOOK_ALIKE.matcher(composed).find()
                ? composed
                : null;
    }
}
