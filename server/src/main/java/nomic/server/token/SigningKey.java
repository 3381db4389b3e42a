package nomic.server.token;

import io.helidon.security.jwt.jwk.JwkRSA;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * The key that signs tokens: RSA of 2048 bits in a PKCS#8 file that only the owner may read. It is
 * made at the first start; to throw out all tokens, delete the file and start again.
 */
public final class SigningKey {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";
    private static final int BITS = 2048;
    private static final int LINE = 64;

    private SigningKey() {}

    /** The key of a file, which is written if it is not there. */
    public static JwkRSA at(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            return jwk(read(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the signing key " + file, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    file + " holds no RSA key in PKCS#8; delete it to get a new one", e);
        }
    }

    private static void write(Path file) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
        String text =
                BEGIN + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(encoded);
        Path draft = emptyFileBeside(file);
        Files.writeString(draft, text + END);
        Files.move(draft, file);
    }

    private static Path emptyFileBeside(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? Files.createTempFile(
                        folder,
                        "key",
                        ".tmp",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, "key", ".tmp");
    }

    private static RSAPrivateCrtKey read(Path file) throws IOException, GeneralSecurityException {
        String text = Files.readString(file).replace(BEGIN, "").replace(END, "");
        byte[] encoded = Base64.getMimeDecoder().decode(text);
        return (RSAPrivateCrtKey)
                KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static JwkRSA jwk(RSAPrivateCrtKey key) throws GeneralSecurityException {
        var publicPart = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
        return JwkRSA.builder()
                .keyId("nomic")
                .algorithm(JwkRSA.ALG_RS256)
                .privateKey(key)
                .publicKey((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(publicPart))
                .build();
    }
}
