package nomic.game;

import java.util.List;

/** The texts of rules and proposals. */
public final class Texts {
    private Texts() {}

    /** What a ballot is for: SHA-256 of prose, code and attachments, in hex. */
    public static String hash(String prose, String code, Attachments attachments) {
        return Canonical.hash(
                attachments.equals(Attachments.NONE)
                        ? List.of(prose, code)
                        : List.of(prose, code, attachments));
    }
}
