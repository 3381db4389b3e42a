package nomic.server;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Seeds for the dice of commands, which nobody can foresee. */
final class Seeds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Seeds() {}

    static String next() {
        byte[] seed = new byte[BYTES];
        RANDOM.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }
}
