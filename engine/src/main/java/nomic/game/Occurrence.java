package nomic.game;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An event with its cause.
 *
 * @param only the players who may see it; null where everybody may
 */
public record Occurrence(
        Event event,
        Cause cause,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SortedSet<String> only) {
    public Occurrence {
        only = only == null ? null : Collections.unmodifiableSortedSet(new TreeSet<>(only));
    }

    public Occurrence(Event event, Cause cause) {
        this(event, cause, null);
    }

    /** Whether somebody may see it; null is a stranger. */
    public boolean isFor(@Nullable String viewer) {
        return only == null || (viewer != null && only.contains(viewer));
    }

    /** What somebody sees of it. */
    public Occurrence seenBy(@Nullable String viewer) {
        return isFor(viewer) ? this : new Occurrence(Event.Hidden.of(event), cause);
    }
}
