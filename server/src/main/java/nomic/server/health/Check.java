package nomic.server.health;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * Something that has to be well for the server to be ready.
 *
 * @param trouble what is not well, without secrets; null where it is well. It may throw instead
 */
public record Check(String name, Supplier<@Nullable String> trouble) {
    Finding look() {
        try {
            return new Finding(name, trouble.get());
        } catch (RuntimeException e) {
            return new Finding(name, e.getClass().getSimpleName());
        }
    }

    /** What a look at it has found. */
    record Finding(String name, @Nullable String trouble) {
        boolean isWell() {
            return trouble == null;
        }
    }
}
