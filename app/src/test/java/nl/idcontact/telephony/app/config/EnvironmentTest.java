package nl.idcontact.telephony.app.config;

import static nl.idcontact.telephony.app.config.TestFile.aFile;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    private static final String PRIVATE_KEY = TestKeys.pem(TestKeys.OTHER_RSA.getPrivate());

    @Test
    void everythingCanComeFromTheEnvironment() {
        Map<String, String> variables = new HashMap<>();
        variables.put("IDCONTACT_INTERNAL_URL", "http://telephony:8000");
        variables.put("IDCONTACT_PHONENUMBER", "+31101234567");
        variables.put("IDCONTACT_DECRYPTION_PRIVKEY_KEY", PRIVATE_KEY);
        variables.put("IDCONTACT_SIGNATURE_PUBKEY_TYPE", "EC");
        variables.put("IDCONTACT_SIGNATURE_PUBKEY_KEY", TestKeys.pem(TestKeys.P256.getPublic()));
        variables.put("IDCONTACT_DATABASES_SESSION_URL", "postgres://tg@db/tg");
        variables.put("IDCONTACT_LINK_SECRETS", TestFile.SECRET + ", " + TestFile.SECRET + "2");
        variables.put("IDCONTACT_DTMF_LENGTH", "12");
        variables.put("IDCONTACT_PUBLIC_PORT", "9001");
        variables.put("IDCONTACT_RELEASE_TOKEN", "off");
        variables.put("IDCONTACT_SESSION_TTL", "PT5M");
        variables.put("IDCONTACT_ALLOW_PUBLISHED_KEY", "true");
        variables.put("IDCONTACT_UI_FRAME_ANCESTORS", "https://a.example, https://b.example");

        Reading reading = new ConfigurationReader(variables).read(Optional.empty());

        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        Configuration configuration = ((Reading.Accepted) reading).configuration();
        assertThat(configuration.keys().decryption()).containsExactly(TestKeys.OTHER_RSA.getPrivate());
        assertThat(configuration.keys().signature()).containsExactly(TestKeys.P256.getPublic());
        assertThat(configuration.sessions().link().secrets())
                .containsExactly(new Secret(TestFile.SECRET), new Secret(TestFile.SECRET + "2"));
        assertThat(configuration.sessions().codes().dtmf()).isEqualTo(12);
        assertThat(configuration.sessions().lifetime().ttl()).isEqualTo(Duration.ofMinutes(5));
        assertThat(configuration.server().listeners().open().port()).isEqualTo(9001);
        assertThat(configuration.pages().ui().frameAncestors())
                .containsExactly("https://a.example", "https://b.example");
    }

    @Test
    void aVariableWinsOverTheFileAndAnEmptyOneDoesNot() {
        assertThat(aFile().with("port", "1")
                        .variable("IDCONTACT_PORT", "2")
                        .accepted()
                        .server()
                        .listeners()
                        .internal()
                        .port())
                .isEqualTo(2);
        assertThat(aFile().with("port", "1")
                        .variable("IDCONTACT_PORT", "")
                        .accepted()
                        .server()
                        .listeners()
                        .internal()
                        .port())
                .isEqualTo(1);
    }

    @Test
    void aVariableForOneKeyReplacesTheWholeArray() {
        String inFile = TestFile.key("RSA", TestKeys.pem(TestKeys.RSA.getPrivate()));
        TestFile file = aFile().with("decryption_privkey", "[" + inFile + "," + inFile + "]");

        assertThat(file.accepted().keys().decryption()).hasSize(2);
        assertThat(file.variable("IDCONTACT_DECRYPTION_PRIVKEY_KEY", PRIVATE_KEY)
                        .accepted()
                        .keys()
                        .decryption())
                .containsExactly(TestKeys.OTHER_RSA.getPrivate());
        assertThat(file.variable("IDCONTACT_DECRYPTION_PRIVKEY_KEY", TestKeys.pem(TestKeys.P256.getPrivate()))
                        .variable("IDCONTACT_DECRYPTION_PRIVKEY_TYPE", "EC")
                        .accepted()
                        .keys()
                        .decryption())
                .containsExactly(TestKeys.P256.getPrivate());
        assertThat(file.variable("IDCONTACT_DECRYPTION_PRIVKEY_TYPE", "RSA").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("its content is another"));
    }

    @Test
    void aTypeAloneIsForTheOnlyKeyOfTheFile() {
        assertThat(aFile().variable("IDCONTACT_DECRYPTION_PRIVKEY_TYPE", "EC").problems())
                .hasSize(1);
        String inFile = TestFile.key("RSA", TestKeys.pem(TestKeys.RSA.getPrivate()));
        assertThat(aFile().with("decryption_privkey", "[" + inFile + "," + inFile + "]")
                        .variable("IDCONTACT_DECRYPTION_PRIVKEY_TYPE", "RSA")
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("IDCONTACT_DECRYPTION_PRIVKEY_KEY"));
    }

    @Test
    void aSecretOfTheEnvironmentReplacesTheSecretsOfTheFile() {
        TestFile file = aFile().without("link.secret").with("link.secrets", "['" + TestFile.SECRET + "-old']");

        assertThat(file.variable("IDCONTACT_LINK_SECRET", TestFile.SECRET)
                        .accepted()
                        .sessions()
                        .link()
                        .secrets())
                .containsExactly(new Secret(TestFile.SECRET));
    }

    @Test
    void lineEndsMayBeWrittenOut() {
        assertThat(aFile().variable("IDCONTACT_DECRYPTION_PRIVKEY_KEY", PRIVATE_KEY.replace("\n", "\\n"))
                        .accepted()
                        .keys()
                        .decryption())
                .containsExactly(TestKeys.OTHER_RSA.getPrivate());
    }

    @ParameterizedTest
    @CsvSource({
        "IDCONTACT_LINK_SECRET,          a-secret-out-of-a-file-that-is-long-enough",
        "IDCONTACT_DATABASES_SESSION_URL, postgres://tg:pw@other/tg",
        "IDCONTACT_PHONENUMBER,          +31101112222",
    })
    void aFileThatAVariableNamesIsRead(String variable, String text, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("value"), text + "\n");

        Configuration direct = aFile().variable(variable, text).accepted();
        assertThat(aFile().variable(variable + "_FILE", file.toString()).accepted())
                .usingRecursiveComparison()
                .isEqualTo(direct);
        assertThat(direct).isNotEqualTo(aFile().accepted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"IDCONTACT_LINK_SECRET", "IDCONTACT_PORT", "IDCONTACT_SIGNATURE_PUBKEY_KEY"})
    void aVariableAndItsFileAtOnceAreAProblem(String variable) {
        assertThat(aFile().variable(variable, "x")
                        .variable(variable + "_FILE", "y")
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains(variable + " and " + variable + "_FILE"));
    }

    @Test
    void aFileThatCannotBeReadIsAProblemThatDoesNotShowItsName(@TempDir Path folder) {
        assertThat(aFile().without("link.secret")
                        .variable(
                                "IDCONTACT_LINK_SECRET_FILE",
                                folder.resolve("none").toString())
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains("global.link.secret")
                        .contains("IDCONTACT_LINK_SECRET_FILE")
                        .doesNotContain(folder.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "IDCONTACT_DTMF_LENGTH, ten,  whole number from 6 to 20",
        "IDCONTACT_DTMF_LENGTH, 5,    out of that range",
        "IDCONTACT_ALLOW_PUBLISHED_KEY, yes, true or false",
        "IDCONTACT_LINK_AUTHENTICATION, None, \"bearer\" or \"none\"",
        "IDCONTACT_SESSION_TTL, 3600, ISO 8601",
    })
    void aWrongVariableIsNamed(String variable, String value, String right) {
        assertThat(aFile().variable(variable, value).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains(right).contains("(set by " + variable + ")");
        });
    }

    @Test
    void ofTwoVariablesForAKeyBothAreNamed() {
        assertThat(aFile().variable("IDCONTACT_DECRYPTION_PRIVKEY_KEY", "xqzj")
                        .variable("IDCONTACT_DECRYPTION_PRIVKEY_TYPE", "RSA")
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .endsWith("(set by IDCONTACT_DECRYPTION_PRIVKEY_KEY and IDCONTACT_DECRYPTION_PRIVKEY_TYPE)"));
    }
}
