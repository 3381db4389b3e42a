package nomic.server.token;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.helidon.security.jwt.jwk.JwkRSA;

import nomic.server.web.Json;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * A key that signs tokens: RSA of 2048 bits in a PKCS#8 file that only the owner may read. Its id
 * is its thumbprint (RFC 7638).
 */
record SigningKey(Path file, Instant made, JwkRSA jwk, ObjectNode published) {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final int BITS = 2048;
    private static final int LINE = 64;

    /** Makes a key and its file. */
    static SigningKey make(Path file, Instant now) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
        String text =
                BEGIN + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(encoded);
        Path draft = emptyFileBeside(file);
        Files.writeString(draft, text + END);
        Files.move(draft, file);
        return read(file, now);
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

    static SigningKey read(Path file, Instant made) throws IOException, GeneralSecurityException {
        String text = Files.readString(file).replace(BEGIN, "").replace(END, "");
        byte[] encoded = Base64.getMimeDecoder().decode(text);
        KeyFactory factory = KeyFactory.getInstance("RSA");
        var key = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
        var open =
                (RSAPublicKey)
                        factory.generatePublic(
                                new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        ObjectNode published = published(open);
        var jwk =
                JwkRSA.builder()
                        .keyId(published.path("kid").asText())
                        .algorithm(JwkRSA.ALG_RS256)
                        .privateKey(key)
                        .publicKey(open)
                        .build();
        return new SigningKey(file, made, jwk, published);
    }

    /** The public part as a JSON Web Key. The thumbprint hashes three members in this order. */
    private static ObjectNode published(RSAPublicKey key) throws GeneralSecurityException {
        ObjectNode required = Json.object();
        required.put("e", number(key.getPublicExponent()));
        required.put("kty", "RSA");
        required.put("n", number(key.getModulus()));
        byte[] thumbprint =
                MessageDigest.getInstance("SHA-256")
                        .digest(Json.text(required).getBytes(StandardCharsets.UTF_8));
        return required.put("kid", URL.encodeToString(thumbprint))
                .put("use", "sig")
                .put("alg", JwkRSA.ALG_RS256);
    }

    /** A number as RFC 7518 writes it: its bytes without a sign. */
    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return URL.encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }
}
