package nl.idcontact.telephony.http.jose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Published test data. */
final class Vectors {
    private Vectors() {}

    static String published(String file) {
        try (InputStream in = open("/published/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pair whose private half the original plugin publishes. */
    static KeyPair publishedPair() {
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    rsa.generatePublic(new X509EncodedKeySpec(der("published-sample-pubkey.pem"))),
                    rsa.generatePrivate(new PKCS8EncodedKeySpec(der("published-sample-privkey.pem"))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] der(String pem) {
        return Base64.getMimeDecoder().decode(published(pem).replaceAll("-----[A-Z ]+-----", ""));
    }

    /** The groups of a Wycheproof file, each with its key and its tests. */
    static Stream<JsonNode> wycheproof(String name) {
        try (InputStream in = open("/wycheproof/" + name + "_test.json")) {
            JsonNode groups = new ObjectMapper().readTree(in).get("testGroups");
            return StreamSupport.stream(groups.spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String path) {
        return Objects.requireNonNull(Vectors.class.getResourceAsStream(path), path);
    }
}
