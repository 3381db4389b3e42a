package nomic.record;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The Ed25519 key that a server signs records with. Safe for use by many threads. */
public final class RecordKey {
    private static final String ALGORITHM = "Ed25519";
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";
    private static final String BEGIN_PUBLIC = "-----BEGIN PUBLIC KEY-----\n";
    private static final String END_PUBLIC = "\n-----END PUBLIC KEY-----\n";

    /** What every encoded public key of this kind begins with (RFC 8410). */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int LENGTH = 32;

    private final PrivateKey secret;
    private final String open;

    private RecordKey(PrivateKey secret, String open) {
        this.secret = secret;
        this.open = open;
    }

    /** A new key that is kept nowhere. */
    public static RecordKey make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new RecordKey(pair.getPrivate(), raw(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java makes Ed25519 keys", e);
        }
    }

    /** The key in a file, which is made if it is not there, for its owner only. */
    public static RecordKey in(Path file) throws IOException {
        if (!Files.exists(file)) {
            RecordKey made = make();
            try {
                made.write(file);
            } catch (FileAlreadyExistsException _) {
                // made by another process just now: that one is read
            }
        }
        return read(file);
    }

    private void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        Path draft =
                posix
                        ? Files.createTempFile(
                                folder,
                                "key",
                                ".tmp",
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rw-------")))
                        : Files.createTempFile(folder, "key", ".tmp");
        Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        String text =
                BEGIN
                        + lines.encodeToString(secret.getEncoded())
                        + END
                        + BEGIN_PUBLIC
                        + lines.encodeToString(encoded(open))
                        + END_PUBLIC;
        Files.writeString(draft, text);
        Files.move(draft, file);
    }

    private static RecordKey read(Path file) throws IOException {
        String text = Files.readString(file);
        try {
            int middle = text.indexOf(BEGIN_PUBLIC);
            if (middle < 0) {
                throw new IllegalArgumentException("no public key");
            }
            byte[] own = decoded(text.substring(0, middle), BEGIN, END);
            byte[] shown = decoded(text.substring(middle), BEGIN_PUBLIC, END_PUBLIC);
            var key =
                    new RecordKey(
                            KeyFactory.getInstance(ALGORITHM)
                                    .generatePrivate(new PKCS8EncodedKeySpec(own)),
                            raw(shown));
            if (!isGood(key.open, PREFIX, key.sign(PREFIX))) {
                throw new IllegalArgumentException("the public key is that of another");
            }
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + " holds no Ed25519 key; delete it to get a new one", e);
        }
    }

    private static byte[] decoded(String text, String begin, String end) {
        return Base64.getMimeDecoder().decode(text.replace(begin, "").replace(end, ""));
    }

    private static String raw(byte[] encoded) {
        if (encoded.length != PREFIX.length + LENGTH) {
            throw new IllegalArgumentException("no public key of Ed25519");
        }
        return URL.encodeToString(Arrays.copyOfRange(encoded, PREFIX.length, encoded.length));
    }

    private static byte @Nullable [] encoded(String open) {
        byte[] raw = Base64.getUrlDecoder().decode(open);
        if (raw.length != LENGTH) {
            return null;
        }
        byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + LENGTH);
        System.arraycopy(raw, 0, encoded, PREFIX.length, LENGTH);
        return encoded;
    }

    /** The public part: 32 bytes in base64url, as the member {@code x} of a JSON Web Key. */
    public String open() {
        return open;
    }

    String sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(bytes);
            return URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign", e);
        }
    }

    /** Whether a signature is that of a public key; false where either is none at all. */
    static boolean isGood(String open, byte[] bytes, String signature) {
        try {
            byte[] encoded = encoded(open);
            if (encoded == null) {
                return false;
            }
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(bytes);
            return check.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
