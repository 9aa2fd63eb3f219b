package nl.idcontact.telephony.domain.secrecy;

import static nl.idcontact.telephony.domain.tck.Stage.CALL;
import static nl.idcontact.telephony.domain.tck.Stage.EMAIL;
import static nl.idcontact.telephony.domain.tck.Stage.NOON;
import static nl.idcontact.telephony.domain.tck.Stage.OTHER_CALL;
import static nl.idcontact.telephony.domain.tck.Stage.SESSION_URL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nl.idcontact.telephony.domain.model.Attributes;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.model.AuthResult.Status;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.ReleaseToken;
import nl.idcontact.telephony.domain.model.ResultCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StorageKeysTest {
    private static final byte[] OLD = secret(1);
    private static final byte[] NEW = secret(2);
    private static final StorageKeys KEYS = StorageKeys.derivedFrom(List.of(OLD));
    private static final StorageKeys OTHER_KEYS = StorageKeys.derivedFrom(List.of(NEW));
    private static final Fingerprint<ResultCode> SESSION = session("A".repeat(22));
    private static final Fingerprint<ResultCode> OTHER_SESSION = session("B".repeat(22));
    private static final AuthResult RESULT =
            new AuthResult(Status.SUCCESS, EMAIL, Optional.of(NOON), Optional.of(SESSION_URL));

    private final Random random = new Random(7);

    @Test
    void theSameTextHasAnotherFingerprintForEachUse() {
        String digits = "12345678901234567890123";

        List<byte[]> fingerprints = List.of(
                KEYS.of(new DtmfCode(digits)).current().bytes(),
                KEYS.of(new PhoneSessionId(digits)).current().bytes(),
                KEYS.of(new ResultCode(digits)).current().bytes(),
                KEYS.of(new AuthResultToken(digits)).current().bytes());

        assertThat(fingerprints.stream().map(Arrays::toString)).doesNotHaveDuplicates();
        assertThat(fingerprints)
                .allSatisfy(fingerprint -> assertThat(fingerprint).hasSize(32));
    }

    @Test
    void everyKeyHasItsOwnFingerprintsInTheOrderOfTheKeys() {
        DtmfCode code = new DtmfCode("0123456789");

        assertThat(both(OLD, NEW).of(code).all())
                .containsExactly(KEYS.of(code).current(), OTHER_KEYS.of(code).current());
        assertThat(both(NEW, OLD).of(code).current())
                .isEqualTo(OTHER_KEYS.of(code).current());
    }

    static Stream<AuthResult> results() {
        Map<String, String> inOrder = new LinkedHashMap<>();
        inOrder.put("zulu", "\uD83D\uDE00 Zoë\u0000");
        inOrder.put("", "");
        inOrder.put("alfa", "a".repeat(100_000));
        return Stream.of(
                RESULT,
                new AuthResult(Status.SUCCESS, new Attributes(inOrder), Optional.empty(), Optional.empty()),
                new AuthResult(Status.SUCCESS, Attributes.NONE, Optional.of(NOON.plusNanos(1)), Optional.empty()),
                new AuthResult(Status.FAILED, Attributes.NONE, Optional.empty(), Optional.of(SESSION_URL)));
    }

    @ParameterizedTest
    @MethodSource("results")
    void aSealedResultOpensAsItWas(AuthResult result) {
        AuthResult opened = KEYS.open(KEYS.seal(result, SESSION, random), SESSION);

        assertThat(opened).isEqualTo(result);
        assertThat(opened.attributes().names())
                .containsExactlyElementsOf(result.attributes().names());
    }

    @Test
    void aSealedResultShowsNothingAndNeverLooksTheSame() {
        byte[] sealed = KEYS.seal(RESULT, SESSION, random);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("email", "resident", "example");
        assertThat(KEYS.seal(RESULT, SESSION, random)).isNotEqualTo(sealed);
    }

    @Test
    void aSealedResultIsBoundToItsSession() {
        byte[] sealed = KEYS.seal(RESULT, SESSION, random);

        assertThatIllegalStateException().isThrownBy(() -> KEYS.open(sealed, OTHER_SESSION));
    }

    @Test
    void aChangedByteAnywhereKeepsAResultShut() {
        byte[] sealed = KEYS.seal(RESULT, SESSION, random);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatIllegalStateException()
                    .as("byte %d", i)
                    .isThrownBy(() -> KEYS.open(changed, SESSION))
                    .withMessageNotContaining("resident");
        }
    }

    @Test
    void aResultThatIsCutShortStaysShut() {
        byte[] sealed = KEYS.seal(RESULT, SESSION, random);
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatIllegalStateException().isThrownBy(() -> KEYS.open(cut, SESSION));
        }
    }

    @Test
    void whileKeysRotateAllOfThemOpenAndTheFirstSeals() {
        byte[] byOld = both(OLD, NEW).seal(RESULT, SESSION, random);
        byte[] byNew = both(NEW, OLD).seal(RESULT, SESSION, random);

        assertThat(both(NEW, OLD).open(byOld, SESSION)).isEqualTo(RESULT);
        assertThat(both(OLD, NEW).open(byNew, SESSION)).isEqualTo(RESULT);
        assertThat(KEYS.open(byOld, SESSION)).isEqualTo(RESULT);
        assertThatIllegalStateException().isThrownBy(() -> KEYS.open(byNew, SESSION));
    }

    @Test
    void aReleaseTokenIsForItsSessionAndItsCallOnly() {
        ReleaseToken token = KEYS.releaseToken(SESSION, CALL);

        assertThat(token.value()).matches("[A-Za-z0-9_-]{43}");
        assertThat(KEYS.releaseToken(SESSION, CALL)).isEqualTo(token);
        assertThat(KEYS.accepts(token, SESSION, CALL)).isTrue();
        assertThat(KEYS.accepts(token, OTHER_SESSION, CALL)).isFalse();
        assertThat(KEYS.accepts(token, SESSION, OTHER_CALL)).isFalse();
        assertThat(KEYS.accepts(new ReleaseToken(token.value() + "="), SESSION, CALL))
                .isFalse();
        assertThat(KEYS.accepts(new ReleaseToken(""), SESSION, CALL)).isFalse();
    }

    @Test
    void whileKeysRotateTheTokenOfAnyOfThemIsAccepted() {
        ReleaseToken byOld = KEYS.releaseToken(SESSION, CALL);
        ReleaseToken byNew = OTHER_KEYS.releaseToken(SESSION, CALL);

        assertThat(List.of(both(OLD, NEW), both(NEW, OLD)))
                .allMatch(keys -> keys.accepts(byOld, SESSION, CALL))
                .allMatch(keys -> keys.accepts(byNew, SESSION, CALL));
        assertThat(KEYS.accepts(byNew, SESSION, CALL)).isFalse();
    }

    @Test
    void weakKeyMaterialIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> StorageKeys.derivedFrom(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> StorageKeys.derivedFrom(List.of(OLD, new byte[31])));
    }

    private static StorageKeys both(byte[] first, byte[] second) {
        return StorageKeys.derivedFrom(List.of(first, second));
    }

    private static Fingerprint<ResultCode> session(String code) {
        return KEYS.of(new ResultCode(code)).current();
    }

    private static byte[] secret(int seed) {
        byte[] secret = new byte[32];
        new Random(seed).nextBytes(secret);
        return secret;
    }
}
