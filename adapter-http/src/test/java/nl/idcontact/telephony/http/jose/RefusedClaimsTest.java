package nl.idcontact.telephony.http.jose;

import static nl.idcontact.telephony.http.jose.Openings.NOON;
import static nl.idcontact.telephony.http.jose.Openings.opened;
import static nl.idcontact.telephony.http.jose.Openings.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.Attributes;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.port.AuthResultOpener;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;
import nl.idcontact.telephony.http.jose.testing.TokenDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Well-made tokens: what their claims must and must not say. */
class RefusedClaimsTest {
    private static final AuthResultTokens PLUGIN = AuthResultTokens.generate();
    private final AuthResultOpener opener = Openings.opener(PLUGIN, CryptoProvider.fastest());
    private final TokenDraft draft = PLUGIN.token(NOON);

    @ParameterizedTest
    @ValueSource(strings = {"id-contact-attributes", "verder-helpen-attributes"})
    void knowsTwoSubjects(String subject) {
        opened(opener, draft.claim("sub", subject).compact());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ID-CONTACT-ATTRIBUTES", "id-contact-attributes ", "id-contact-session", "null"})
    void refusesOtherSubjects(String subject) {
        assertThat(refused(opener, draft.claim("sub", subject).compact())).isEqualTo(Refusal.CLAIMS);
    }

    @ParameterizedTest
    @CsvSource({"succes, SUCCESS", "success, SUCCESS", "failed, FAILED"})
    void knowsThreeWordsForTheStatus(String word, AuthResult.Status status) {
        assertThat(opened(opener, draft.claim("status", word).compact()).status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Succes", "SUCCESS", "succeeded", "ok", "fail"})
    void refusesOtherStatuses(String status) {
        assertThat(refused(opener, draft.claim("status", status).compact())).isEqualTo(Refusal.CLAIMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "status", "exp"})
    void refusesATokenWithoutAnyOfThese(String claim) {
        assertThat(refused(opener, draft.without(claim).compact())).isEqualTo(Refusal.CLAIMS);
        assertThat(refused(opener, draft.claim(claim, null).compact())).isEqualTo(Refusal.CLAIMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "status", "exp", "iat", "nbf", "attributes", "session_url"})
    void refusesClaimsOfAWrongType(String claim) {
        for (Object wrong : List.of(true, List.of("a"), List.of(), Map.of("a", 1), Map.of("a", Map.of()))) {
            assertThat(refused(opener, PLUGIN.token(NOON).claim(claim, wrong).compact()))
                    .isEqualTo(Refusal.CLAIMS);
        }
    }

    @Test
    void aClaimThatIsNullIsAbsent() {
        AuthResult result = opened(
                opener,
                draft.claim("attributes", null)
                        .claim("iat", null)
                        .claim("nbf", null)
                        .claim("session_url", null)
                        .compact());
        assertThat(result)
                .isEqualTo(
                        new AuthResult(AuthResult.Status.SUCCESS, Attributes.NONE, Optional.empty(), Optional.empty()));
    }

    @Test
    void ignoresClaimsThatItDoesNotKnow() {
        opened(
                opener,
                draft.claim("iss", "plugin")
                        .claim("aud", List.of("a", "b"))
                        .claim("jti", "1")
                        .claim("extra", Map.of("deep", List.of(1, 2.5, Map.of("x", "y"))))
                        .compact());
    }

    @Test
    void aFailedLoginHasNoAttributes() {
        AuthResult result = opened(
                opener,
                draft.attribute("email", "bla").claim("status", "failed").compact());
        assertThat(result.attributes()).isEqualTo(Attributes.NONE);
    }

    @Test
    void refusesAttributesThatAreNotStrings() {
        for (Object value : new Object[] {1, true, List.of("a"), Map.of("a", "b"), null}) {
            String token = draft.claim("attributes", Collections.singletonMap("email", value))
                    .compact();
            assertThat(refused(opener, token)).isEqualTo(Refusal.CLAIMS);
        }
    }

    @Test
    void refusesLoneSurrogates() {
        assertThat(refused(opener, encrypted("\"attributes\":{\"a\":\"x\\ud800y\"}")))
                .isEqualTo(Refusal.CLAIMS);
        assertThat(refused(opener, encrypted("\"attributes\":{\"\\udc00\":\"y\"}")))
                .isEqualTo(Refusal.CLAIMS);
        Attributes attributes = opened(
                        opener, encrypted("\"attributes\":{\"\\ud83d\\ude00\":\"\\ud83d\\ude00\\u0000é\"}"))
                .attributes();
        assertThat(attributes.values()).containsExactly(Map.entry("😀", "😀\0é"));
    }

    @Test
    void refusesWhatIsSaidTwice() {
        assertThat(refused(opener, encrypted("\"status\":\"failed\""))).isEqualTo(Refusal.CLAIMS);
        assertThat(refused(opener, encrypted("\"attributes\":{\"a\":\"1\",\"a\":\"2\"}")))
                .isEqualTo(Refusal.CLAIMS);
    }

    @Test
    void refusesATokenThatHasExpired() {
        assertThat(refused(opener, draft.expiresAt(NOON).compact())).isEqualTo(Refusal.EXPIRED);
        assertThat(refused(opener, draft.expiresAt(NOON.minusSeconds(1)).compact()))
                .isEqualTo(Refusal.EXPIRED);
        opened(opener, draft.expiresAt(NOON.plusSeconds(1)).compact());
        opened(opener, draft.expiresAt(NOON).compact(), NOON.minusNanos(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iat", "nbf"})
    void refusesATokenOfMoreThanAMinuteInTheFuture(String claim) {
        opened(opener, draft.claim(claim, NOON.getEpochSecond() + 60).compact());
        assertThat(refused(
                        opener, draft.claim(claim, NOON.getEpochSecond() + 61).compact()))
                .isEqualTo(Refusal.NOT_YET_VALID);
        assertThat(refused(opener, draft.compact(), NOON.minusNanos(1))).isEqualTo(Refusal.NOT_YET_VALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "iat", "nbf"})
    void refusesTimesOutsideTheYears1970To9999(String claim) {
        for (String time : List.of(
                "-1",
                "-0.001",
                "253402300800",
                "1e12",
                "1e400",
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "9223372036854775807",
                "1" + "0".repeat(70))) {
            assertThat(refused(opener, encryptedWith(claim, time))).as(time).isEqualTo(Refusal.CLAIMS);
        }
        for (String notANumber : List.of("NaN", "Infinity", "0x10", "01", "+1", ".5", "\"1\"", "\"1e3\"", "1_000")) {
            assertThat(refused(opener, encryptedWith(claim, notANumber)))
                    .as(notANumber)
                    .isEqualTo(Refusal.CLAIMS);
        }
    }

    @Test
    void takesTheFirstAndTheLastTime() {
        AuthResult result =
                opened(opener, draft.claim("iat", 0).claim("exp", 253402300799L).compact());
        assertThat(result.authenticatedAt()).contains(Instant.EPOCH);
    }

    @Test
    void takesFractionsOfASecond() {
        AuthResult result = opened(opener, encryptedWith("iat", "1.6158798005e9"));
        assertThat(result.authenticatedAt()).contains(Instant.parse("2021-03-16T07:30:00.500Z"));
        assertThat(refused(opener, encryptedWith("exp", NOON.getEpochSecond() + ".0000000001")))
                .isEqualTo(Refusal.EXPIRED);
        opened(opener, encryptedWith("exp", NOON.getEpochSecond() + ".000000001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://plugin/session",
                "https://plugin.example:8443/s?a=b&c=d",
                "HTTP://PLUGIN",
                "http://[::1]:80/x",
                "http://auth_plugin:8000/session?id=a_b",
                "http://user@plugin/",
                "http://127.0.0.1/"
            })
    void takesAddresses(String url) {
        assertThat(opened(opener, draft.sessionUrl(url).compact()).sessionUrl()).contains(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/session",
                "plugin/session",
                "//plugin/session",
                "http:",
                "http://",
                "http:///session",
                "http:plugin",
                "ftp://plugin/",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "data:,",
                "http://plug in/",
                "http://plugin/a b",
                "http://:80/",
                "http://@/",
                "http://plugin:99999/",
                "http://plugin:99999999999999/",
                "http://plugin:x/",
                "http://%41/",
                " http://plugin/",
                "http://plugin/\n",
                "http://plugin\\@evil/",
                "http://plugin/%zz",
                "http://[::1/",
                "https"
            })
    void refusesWhatIsNotAnAddress(String url) {
        assertThat(refused(opener, draft.sessionUrl(url).compact())).isEqualTo(Refusal.CLAIMS);
    }

    /** A draft with further members in the text of its claims. */
    private String encrypted(String members) {
        long now = NOON.getEpochSecond();
        String claims = "{\"sub\":\"id-contact-attributes\",\"status\":\"succes\",\"iat\":" + now + ",\"exp\":"
                + (now + 9) + "," + members + "}";
        return draft.encrypt("{\"njwt\":\"" + draft.sign(claims) + "\"}");
    }

    private String encryptedWith(String claim, String json) {
        long exp = NOON.getEpochSecond() + 9;
        String others = claim.equals("exp") ? "" : ",\"exp\":" + exp;
        return draft.encrypt("{\"njwt\":\""
                + draft.sign("{\"sub\":\"id-contact-attributes\",\"status\":\"succes\"" + others + ",\"" + claim + "\":"
                        + json + "}")
                + "\"}");
    }
}
