package nomic.server.token;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Ids as clients send them. */
final class Ids {
    private Ids() {}

    /** An id in its canonical form; null for any other text. */
    static @Nullable UUID parse(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? id : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
