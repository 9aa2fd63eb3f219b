package nl.idcontact.telephony.http.jose;

import static nl.idcontact.telephony.http.jose.Openings.opened;
import static nl.idcontact.telephony.http.jose.Openings.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import nl.idcontact.telephony.domain.model.Attributes;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.port.AuthResultOpener;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;
import nl.idcontact.telephony.http.jose.testing.AuthResultTokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked example of the ID Contact documentation. */
class PublishedTokenTest {
    private static final String TOKEN = Vectors.published("published-auth-result.jwe");
    private final AuthResultTokens publisher = new AuthResultTokens(Vectors.publishedPair(), Vectors.publishedPair());

    @ParameterizedTest
    @MethodSource("nl.idcontact.telephony.http.jose.Openings#providers")
    void opensInItsOwnTime(CryptoProvider crypto) {
        AuthResultOpener opener = Openings.opener(publisher, crypto);
        AuthResult result = opened(opener, TOKEN, Instant.parse("2021-03-16T07:31:00Z"));
        assertThat(result.status()).isEqualTo(AuthResult.Status.SUCCESS);
        assertThat(result.attributes()).isEqualTo(new Attributes(Map.of("email", "bla")));
        assertThat(result.authenticatedAt()).contains(Instant.ofEpochSecond(1615879800));
        assertThat(result.sessionUrl()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("nl.idcontact.telephony.http.jose.Openings#providers")
    void isRefusedFromTheSecondInWhichItExpires(CryptoProvider crypto) {
        AuthResultOpener opener = Openings.opener(publisher, crypto);
        assertThat(opened(opener, TOKEN, Instant.ofEpochSecond(1615880099, 999_999_999)))
                .isNotNull();
        assertThat(refused(opener, TOKEN, Instant.ofEpochSecond(1615880100))).isEqualTo(Refusal.EXPIRED);
        assertThat(refused(opener, TOKEN)).isEqualTo(Refusal.EXPIRED);
    }
}
