package nomic.server.hook;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A call that this process makes just now, and no other.
 *
 * @param count which attempt it is, from 1
 * @param account the name of the owner
 * @param game what it is about; null where it is about none
 */
record Attempt(
        long number,
        UUID id,
        int count,
        UUID hook,
        String account,
        String type,
        @Nullable String game,
        String url,
        String secret,
        String body) {}
