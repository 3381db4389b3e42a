package nomic.client;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The account whose token it is, as only its owner sees it.
 *
 * @param id a UUID
 * @param bot whether a program plays with it
 * @param email where mail to the owner goes; null for nowhere
 */
public record Owner(
        String id,
        String name,
        boolean bot,
        boolean administrator,
        @Nullable String email,
        Instant created) {}
