package nomic.game;

import java.nio.charset.StandardCharsets;

/**
 * The seeds of a game's commands. The first is drawn by chance; each further one follows from the
 * one before, so that an altered seed is seen although no die was thrown by it.
 */
public final class Seeds {
    private Seeds() {}

    /** The seed of the command after one with this seed: 64 hex digits. */
    public static String after(String seed) {
        return Canonical.sha256(("the seed after " + seed).getBytes(StandardCharsets.UTF_8));
    }
}
