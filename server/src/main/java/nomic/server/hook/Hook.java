package nomic.server.hook;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A webhook as its owner sees it, without its secret.
 *
 * @param types what it is called about
 * @param game the only game that it is about; null for all
 * @param failing since when every call has failed; null where the last one has not
 * @param disabled why it is called no more; null where it is
 */
public record Hook(
        UUID id,
        String url,
        List<String> types,
        @Nullable String game,
        Instant created,
        @Nullable Instant failing,
        @Nullable String disabled) {}
