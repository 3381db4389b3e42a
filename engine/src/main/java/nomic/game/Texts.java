package nomic.game;

import java.util.List;

/** The texts of rules and proposals. */
public final class Texts {
    private Texts() {}

    /** What a ballot is for: SHA-256 of prose and code, in hex. */
    public static String hash(String prose, String code) {
        return Canonical.hash(List.of(prose, code));
    }
}
