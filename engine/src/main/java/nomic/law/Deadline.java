package nomic.law;

import java.time.Instant;

/** A time for which a rule has asked; {@link Elapsed} follows when it has come. */
public record Deadline(String name, Instant at) {
    public String getName() {
        return name;
    }

    public Instant getAt() {
        return at;
    }
}
