package nomic.record;

import static java.util.Objects.requireNonNull;

import nomic.game.Canonical;

import java.util.List;

/**
 * What the last line of a record says: where the log stands, and who says so.
 *
 * @param position of the last entry
 * @param head the sequence number of the last event
 * @param link the hash chain up to the last entry
 * @param sha256 of all lines before, each with its line feed, in hex
 * @param key the public Ed25519 key, 32 bytes in base64url
 * @param signature of all the others, 64 bytes in base64url
 */
public record RecordTrailer(
        long position, long head, String link, String sha256, String key, String signature) {
    public RecordTrailer {
        requireNonNull(link);
        requireNonNull(sha256);
        requireNonNull(key);
        requireNonNull(signature);
    }

    /** What is signed. */
    byte[] signed() {
        return Canonical.bytes(
                List.of(
                        RecordHeader.FORMAT,
                        RecordHeader.VERSION,
                        position,
                        head,
                        link,
                        sha256,
                        key));
    }

    RecordTrailer signedBy(RecordKey signer) {
        return new RecordTrailer(position, head, link, sha256, key, signer.sign(signed()));
    }
}
