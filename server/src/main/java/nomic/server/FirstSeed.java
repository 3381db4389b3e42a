package nomic.server;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Draws the first seed of a game, which nobody can foresee; the others follow from it. */
final class FirstSeed {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private FirstSeed() {}

    static String draw() {
        byte[] seed = new byte[BYTES];
        RANDOM.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }
}
