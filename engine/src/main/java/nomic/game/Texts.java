package nomic.game;

import nomic.law.Kind;

import java.util.List;

/** The texts of rules and proposals. */
public final class Texts {
    private Texts() {}

    /** What a ballot is for: SHA-256 of all that a proposal says, in hex. */
    public static String hash(
            Kind kind,
            int targetId,
            String title,
            String prose,
            String code,
            Attachments attachments) {
        return Canonical.hash(List.of(kind, targetId, title, prose, code, attachments));
    }

    /** Which text a founding rule has: SHA-256 of prose, code and attachments, in hex. */
    public static String hash(String prose, String code, Attachments attachments) {
        return Canonical.hash(
                attachments.equals(Attachments.NONE)
                        ? List.of(prose, code)
                        : List.of(prose, code, attachments));
    }
}
