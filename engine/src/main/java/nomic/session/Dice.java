package nomic.session;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Dice that depend on nothing but the seed of the command, the rule, what it matched and how often
 * it has thrown: HMAC-SHA256 as a pseudo-random function. With 256 bits over a few sides the
 * deviation from a fair die is below any measure.
 */
final class Dice {
    private final byte[] seed;

    Dice(String seed) {
        this.seed = HexFormat.of().parseHex(seed);
    }

    int roll(int sides, String thrower, int nth) {
        byte[] digest = digest(thrower + '#' + nth);
        return 1 + new BigInteger(1, digest).mod(BigInteger.valueOf(sides)).intValueExact();
    }

    /** 64 hex digits that nobody can foresee who does not know the seed. */
    String salt(String purpose) {
        return HexFormat.of().formatHex(digest("salt/" + purpose));
    }

    private byte[] digest(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
