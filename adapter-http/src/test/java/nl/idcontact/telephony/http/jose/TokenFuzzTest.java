package nl.idcontact.telephony.http.jose;

import static nl.idcontact.telephony.http.jose.Openings.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.port.AuthResultOpener;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Opening;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;
import nl.idcontact.telephony.http.jose.testing.TokenDraft;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mutates good tokens at random, at each layer: nothing is thrown, and nothing else than what was signed is believed. */
class TokenFuzzTest {
    private static final List<AuthResultTokens> PLUGINS =
            List.of(AuthResultTokens.generate(), AuthResultTokens.generateEc());
    private static final String[] SPICES = {
        "null",
        "\"",
        "{",
        "[",
        "}",
        "]",
        ",",
        ":",
        "\\ud800",
        "\\u0000",
        "1e999999999",
        "-1",
        "NaN",
        "\0",
        "é",
        "\ud800",
        ".",
        "=",
        "zip",
        "crit",
        "\"alg\":\"none\"",
        "\"enc\":\"A128GCM\"",
        "\"njwt\":",
        "\"exp\":9e9,"
    };

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @ParameterizedTest
    @MethodSource("nl.idcontact.telephony.http.jose.Openings#providers")
    void survives(CryptoProvider crypto) {
        for (AuthResultTokens plugin : PLUGINS) {
            TokenDraft draft = plugin.token(NOON).attribute("email", "bla").sessionUrl("http://plugin/s");
            AuthResultOpener opener = Openings.opener(plugin, crypto);
            String token = draft.compact();
            String signed = draft.signed();
            for (int i = rounds(plugin); i > 0; i--) {
                assertUnforged(opener, mutated(token));
                assertUnforged(opener, mutatedPart(token));
                assertUnforged(opener, draft.encrypt(mutated("{\"njwt\":\"" + signed + "\"}")));
                assertUnforged(opener, draft.encrypt("{\"njwt\":\"" + mutatedPart(signed) + "\"}"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nl.idcontact.telephony.http.jose.Openings#providers")
    void survivesWhatIsSigned(CryptoProvider crypto) {
        AuthResultTokens plugin = PLUGINS.get(0);
        TokenDraft draft = plugin.token(NOON).attribute("email", "bla").sessionUrl("http://plugin/s");
        AuthResultOpener opener = Openings.opener(plugin, crypto);
        String claims = Forgery.payload(draft.signed());
        for (int i = rounds(plugin); i > 0; i--) {
            open(opener, draft.encrypt("{\"njwt\":\"" + draft.sign(mutated(claims)) + "\"}"));
        }
    }

    // Without native code EC keys are slow.
    private static int rounds(AuthResultTokens plugin) {
        return plugin.decryptionKeyType().equals("RSA") ? 300 : 60;
    }

    private void assertUnforged(AuthResultOpener opener, String token) {
        if (open(opener, token) instanceof Opening.Opened opened) {
            AuthResult result = opened.result();
            assertThat(result.attributes().values()).as("seed %d", seed).containsOnly(Map.entry("email", "bla"));
            assertThat(result.sessionUrl()).as("seed %d", seed).hasToString("Optional[http://plugin/s]");
        }
    }

    private Opening open(AuthResultOpener opener, String token) {
        try {
            return opener.open(new AuthResultToken(token), NOON);
        } catch (Throwable thrown) {
            throw new AssertionError("seed " + seed, thrown);
        }
    }

    /** Mutates the text within one part, so that it stays base64url. */
    private String mutatedPart(String compact) {
        String[] parts = compact.split("\\.");
        int which = random.nextInt(parts.length);
        parts[which] = Base64URL.encode(mutated(new Base64URL(parts[which]).decodeToString()))
                .toString();
        return String.join(".", parts);
    }

    private String mutated(String text) {
        StringBuilder mutant = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0 && !mutant.isEmpty(); i--) {
            int at = random.nextInt(mutant.length());
            int to = Math.min(mutant.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(6)) {
                case 0 -> mutant.setCharAt(at, (char) random.nextInt(128));
                case 1 -> mutant.setCharAt(at, (char) (mutant.charAt(at) ^ (1 << random.nextInt(7))));
                case 2 -> mutant.delete(at, to);
                case 3 -> mutant.insert(at, mutant.substring(at, to).repeat(1 + random.nextInt(3)));
                case 4 -> mutant.insert(at, SPICES[random.nextInt(SPICES.length)]);
                default -> mutant.setLength(at);
            }
        }
        return mutant.toString();
    }
}
