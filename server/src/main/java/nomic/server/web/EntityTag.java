package nomic.server.web;

import org.jspecify.annotations.Nullable;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** The validator of RFC 9110 for what is read: the same body has the same tag. */
record EntityTag(String text) {
    private static final int BYTES = 18;

    static EntityTag of(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            String tag = Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, BYTES));
            return new EntityTag('"' + tag + '"');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /** Whether {@code If-Match} names this very body, or any. */
    boolean isAmong(String condition) {
        for (String each : condition.split(",")) {
            String tag = each.strip();
            if (tag.equals("*") || tag.equals(text)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a client that sends this {@code If-None-Match} has the body already. */
    boolean matches(@Nullable String condition) {
        if (condition == null) {
            return false;
        }
        for (String each : condition.split(",")) {
            String tag = each.strip();
            if (tag.equals("*") || (tag.startsWith("W/") ? tag.substring(2) : tag).equals(text)) {
                return true;
            }
        }
        return false;
    }
}
