package nl.idcontact.telephony.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sample file that comes with the original plugin is understood as it is. */
class OriginalFileTest {

    private static final Map<String, String> DROP_IN = Map.of(
            "IDCONTACT_LINK_AUTHENTICATION", "none",
            "IDCONTACT_RELEASE_TOKEN", "off",
            "IDCONTACT_PUBLIC_ADDRESS", "127.0.0.1",
            "IDCONTACT_PUBLIC_PORT", "8000");

    @Test
    void asItIsItLacksASecretAndANumberAndHasThePublishedKeys() throws Exception {
        Reading.Refused refused = (Reading.Refused) read(Map.of());

        assertThat(refused.problems())
                .extracting(Finding::key)
                .containsExactlyInAnyOrder(
                        "global.phonenumber",
                        "global.link.secret",
                        "global.decryption_privkey",
                        "global.signature_pubkey");
        assertThat(refused.problems())
                .filteredOn(problem -> problem.key().endsWith("key"))
                .allSatisfy(problem -> assertThat(problem.message())
                        .contains("published sample key")
                        .contains("allow_published_key"));
    }

    @Test
    void withTheOriginalsRulesItIsADropIn() throws Exception {
        Map<String, String> variables = new HashMap<>(DROP_IN);
        variables.put("IDCONTACT_PHONENUMBER", "+31101234567");
        variables.put("IDCONTACT_ALLOW_PUBLISHED_KEY", "true");

        Reading.Accepted accepted = (Reading.Accepted) read(variables);

        Configuration configuration = accepted.configuration();
        assertThat(configuration.server().listeners().shared()).isTrue();
        assertThat(configuration.server().internalUrl()).hasToString("http://comm-amazon-connect:8000");
        assertThat(configuration.sessions().codes()).isEqualTo(new CodeLengths(10, 32));
        assertThat(configuration.sessions().link()).isEqualTo(new Link(Link.Authentication.NONE, List.of(), 3, 60));
        assertThat(configuration.database())
                .isEqualTo(new DatabaseAddress(
                        "jdbc:postgresql://comm-amazon-psql:5432/tg", Optional.of("tg"), Optional.empty()));
        assertThat(configuration.keys().decryption()).hasSize(1);
        assertThat(accepted.warnings())
                .extracting(Finding::key)
                .containsExactlyInAnyOrder(
                        "global.decryption_privkey",
                        "global.signature_pubkey",
                        "global.link.authentication",
                        "global.release.token",
                        "global.public.port");
    }

    @Test
    void thePublicHalfAloneIsRefusedToo() throws Exception {
        Map<String, String> variables = new HashMap<>(DROP_IN);
        variables.put("IDCONTACT_PHONENUMBER", "+31101234567");
        variables.put("IDCONTACT_DECRYPTION_PRIVKEY_KEY", TestKeys.pem(TestKeys.RSA.getPrivate()));

        assertThat(((Reading.Refused) read(variables)).problems())
                .extracting(Finding::key)
                .containsExactly("global.signature_pubkey");
    }

    private static Reading read(Map<String, String> variables) throws URISyntaxException {
        Path file = Path.of(OriginalFileTest.class.getResource("original.toml").toURI());
        return new ConfigurationReader(variables).read(Optional.of(file));
    }
}
