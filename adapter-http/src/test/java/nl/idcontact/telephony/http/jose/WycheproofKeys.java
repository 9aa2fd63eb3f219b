package nl.idcontact.telephony.http.jose;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the keys of a Wycheproof group as an operator would configure them: none that is not fit for its purpose. */
final class WycheproofKeys {
    private static final Set<String> FOR_SIGNATURES = Set.of("RS256", "PS256", "ES256");

    private WycheproofKeys() {}

    static List<PrivateKey> decryption(JsonNode keys) {
        return all(keys)
                .filter(key -> key.path("use").asText("enc").equals("enc"))
                .flatMap(key -> parse(key).stream())
                .flatMap(key -> usable(() -> {
                    PrivateKey half = key.toPrivateKey();
                    KeyRules.checkDecryptionKey(half);
                    return half;
                }))
                .toList();
    }

    static List<PublicKey> signature(JsonNode keys) {
        return all(keys)
                .filter(key -> key.path("use").asText("sig").equals("sig"))
                .filter(key -> key.path("alg").isMissingNode()
                        || FOR_SIGNATURES.contains(key.path("alg").asText()))
                .filter(key -> !key.path("key_ops").toString().contains("encrypt"))
                .flatMap(key -> parse(key).stream())
                .flatMap(key -> usable(() -> {
                    PublicKey half = key.toPublicKey();
                    KeyRules.checkSignatureKey(half);
                    return half;
                }))
                .toList();
    }

    private static Stream<JsonNode> all(JsonNode keys) {
        return keys.has("keys") ? StreamSupport.stream(keys.get("keys").spliterator(), false) : Stream.of(keys);
    }

    private static Optional<AsymmetricJWK> parse(JsonNode key) {
        try {
            return JWK.parse(key.toString()) instanceof AsymmetricJWK asymmetric
                    ? Optional.of(asymmetric)
                    : Optional.empty();
        } catch (ParseException | IllegalStateException | IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }

    private static <K> Stream<K> usable(Half<K> half) {
        try {
            return Stream.of(half.get());
        } catch (JOSEException | IllegalArgumentException unusable) {
            return Stream.empty();
        }
    }

    @FunctionalInterface
    private interface Half<K> {
        K get() throws JOSEException;
    }
}
