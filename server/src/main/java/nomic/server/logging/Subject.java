package nomic.server.logging;

import org.jspecify.annotations.Nullable;

/**
 * What the lines of a thread are about.
 *
 * @param request the id of the request
 * @param game the id of the game that the request names; null where it names none
 */
public record Subject(String request, @Nullable String game) {
    private static final ScopedValue<Subject> CURRENT = ScopedValue.newInstance();

    /** Runs something whose lines are about this. */
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /** What the thread is at; null where that is no request. */
    static @Nullable Subject current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }
}
