package nomic.client;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A token for a program that runs by itself. It needs no renewal until it expires.
 *
 * @param id a UUID, by which it is ended
 * @param name what its owner calls it
 * @param scopes such as {@code game:play}
 * @param used when it was used last, to the minute; null where it never was
 * @param token the token itself, shown this once: null in lists
 */
public record PersonalToken(
        String id,
        String name,
        List<String> scopes,
        Instant created,
        @Nullable Instant used,
        Instant expires,
        @Nullable String token) {
    @Override
    public String toString() {
        return "PersonalToken[id=%s, name=%s, scopes=%s]".formatted(id, name, scopes);
    }
}
