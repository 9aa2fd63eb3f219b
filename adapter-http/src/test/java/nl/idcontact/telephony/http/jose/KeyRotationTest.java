package nl.idcontact.telephony.http.jose;

import static nl.idcontact.telephony.http.jose.Openings.NOON;
import static nl.idcontact.telephony.http.jose.Openings.opened;
import static nl.idcontact.telephony.http.jose.Openings.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.idcontact.telephony.domain.port.AuthResultOpener;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several keys at once, also of different types: any of them opens. */
class KeyRotationTest {
    private static final AuthResultTokens OLD = AuthResultTokens.generate();
    private static final AuthResultTokens NEW = AuthResultTokens.generate();
    private static final AuthResultTokens EC = AuthResultTokens.generateEc();
    private static final AuthResultTokens STRANGER = AuthResultTokens.generate();

    @ParameterizedTest
    @MethodSource("nl.idcontact.telephony.http.jose.Openings#providers")
    void anyKeyOpens(CryptoProvider crypto) {
        AuthResultOpener opener = new NimbusAuthResultOpener(
                List.of(NEW.decryptionKey(), OLD.decryptionKey(), EC.decryptionKey()),
                List.of(EC.signatureKey(), NEW.signatureKey(), OLD.signatureKey()),
                crypto);
        for (AuthResultTokens encryptedFor : List.of(OLD, NEW, EC)) {
            for (AuthResultTokens signedBy : List.of(OLD, NEW, EC)) {
                opened(opener, nested(encryptedFor, signedBy));
            }
            assertThat(refused(opener, nested(encryptedFor, STRANGER))).isEqualTo(Refusal.SIGNATURE);
            assertThat(refused(opener, nested(STRANGER, encryptedFor))).isEqualTo(Refusal.UNDECRYPTABLE);
        }
    }

    @ParameterizedTest
    @MethodSource("nl.idcontact.telephony.http.jose.Openings#providers")
    void aKeyThatHasGoneOpensNothing(CryptoProvider crypto) {
        AuthResultOpener opener = Openings.opener(NEW, crypto);
        assertThat(refused(opener, nested(OLD, NEW))).isEqualTo(Refusal.UNDECRYPTABLE);
        assertThat(refused(opener, nested(NEW, OLD))).isEqualTo(Refusal.SIGNATURE);
        assertThat(refused(opener, nested(EC, NEW))).isEqualTo(Refusal.ALGORITHM);
        assertThat(refused(opener, nested(NEW, EC))).isEqualTo(Refusal.ALGORITHM);
    }

    @ParameterizedTest
    @MethodSource("nl.idcontact.telephony.http.jose.Openings#providers")
    void atLeastOneKeyOfEachIsNeeded(CryptoProvider crypto) {
        assertThatThrownBy(() -> new NimbusAuthResultOpener(List.of(), List.of(NEW.signatureKey()), crypto))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There must be a decryption key");
        assertThatThrownBy(() -> new NimbusAuthResultOpener(List.of(NEW.decryptionKey()), List.of(), crypto))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There must be a signature key");
    }

    private static String nested(AuthResultTokens encryptedFor, AuthResultTokens signedBy) {
        return encryptedFor
                .token(NOON)
                .encrypt("{\"njwt\":\"" + signedBy.token(NOON).signed() + "\"}");
    }
}
