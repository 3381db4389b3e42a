package nomic.server.game;

import nomic.game.Canonical;
import nomic.server.web.ProblemType;
import nomic.server.web.Request;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/** The ids of commands: the clients' own, so that they can send a command again safely. */
public final class CommandId {
    private static final Pattern SHAPE = Pattern.compile("[!-~]{1,100}");

    private CommandId() {}

    public static boolean isValid(String id) {
        return SHAPE.matcher(id).matches();
    }

    /** The header {@code Idempotency-Key}, or a new id where there is none. */
    public static String of(Request request) {
        String id = request.header("Idempotency-Key");
        if (id == null) {
            return UUID.randomUUID().toString();
        }
        if (!isValid(id)) {
            throw ProblemType.BAD_IDEMPOTENCY_KEY
                    .because("Idempotency-Key must have 1 to 100 visible ASCII characters.")
                    .rejection();
        }
        return id;
    }

    /** The id of the game that an account creates with a command: the same for the same command. */
    static UUID game(UUID account, String command) {
        byte[] name = (account + " " + command).getBytes(StandardCharsets.UTF_8);
        ByteBuffer hash = ByteBuffer.wrap(sha256(name));
        long high = (hash.getLong() & ~0xf000L) | 0x8000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] sha256(byte[] bytes) {
        return HexFormat.of().parseHex(Canonical.sha256(bytes));
    }
}
