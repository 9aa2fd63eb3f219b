package nl.idcontact.telephony.app.config;

import static nl.idcontact.telephony.app.config.TestFile.aFile;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownKeysTest {

    @ParameterizedTest
    @CsvSource({
        "dtmf_lenght,              global.dtmf_length",
        "internal-url,             global.internal_url",
        "secret,                   global.link.secret",
        "ttl,                      global.session.ttl",
        "lnik.secret,              global.link",
        "link.max_atempts,         global.link.max_attempts",
        "databases.session.urk,    global.databases.session.url",
        "databases.sesion.url,     global.databases.session",
        "public.adress,            global.public.address",
        "purposes.a.phone_number,  global.purposes.*.phonenumber",
        "attributes.a.mask,        global.attributes.*.masked",
    })
    void anUnknownKeyIsAWarningThatNamesTheNearest(String path, String nearest) {
        assertThat(aFile().with(path, "{ a = 'marker' }").warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat("global." + path).startsWith(warning.key());
                    assertThat(warning.message()).endsWith(" " + nearest).doesNotContain("marker");
                });
    }

    @Test
    void anUnknownKeyBesideAKeyIsOne() {
        String key = TestFile.key("RSA", TestKeys.pem(TestKeys.RSA.getPublic())).replace("type", "typ");

        assertThat(aFile().with("signature_pubkey", "[" + key + "]").warnings())
                .extracting(Finding::toString)
                .containsExactly("global.signature_pubkey.typ: is not known here; the nearest known key is"
                        + " global.signature_pubkey.type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"link.secret", "phonenumber"})
    void whatStandsOutsideGlobalIsUnknown(String path) {
        assertThat(aFile().withTop(path, "'marker'").warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("global." + warning.key()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workers = 4",
                "max_blocking = 512",
                "ident = 'Rocket'",
                "ip_header = false",
                "keep_alive = 5",
                "log_level = 'normal'",
                "log = 'normal'",
                "env = 'prod'",
                "read_timeout = 5",
                "cli_colors = false",
                "secret_key = 'hunter2'",
                "temp_dir = '/tmp'",
                "limits.json = '1MiB'",
                "tls = { certs = 'a.pem', key = 'b.pem' }",
                "shutdown.grace = 2",
                "databases.session.pool_size = 20",
                "databases.session.timeout = 5",
                "sentry_dsn = 'https://a@b/1'",
                "widget_signing_privkey = { type = 'RSA', key = 'x' }"
            })
    void whatTheOriginalKnewAndHasNoMeaningHereIsIgnored(String line) {
        String[] parts = line.split(" = ", 2);
        assertThat(aFile().with(parts[0], parts[1]).warnings()).isEmpty();
    }

    @Test
    void aLevelOfRocketIsNotInTheWayOfOurs() {
        assertThat(aFile().with("log", "'normal'")
                        .variable("IDCONTACT_LOG_LEVEL", "warn")
                        .accepted()
                        .server()
                        .log()
                        .level())
                .isEqualTo(Log.Level.WARN);
    }

    @Test
    void aKeyDoesNotBeginALineOfItsOwn() {
        assertThat(aFile().with("\"po\\nrt\"", "1").warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.toString()).startsWith("global.po?rt: "));
    }

    @Test
    void profilesOfRocketAreNamed() {
        assertThat(aFile().withTop("release.port", "8001").warnings())
                .extracting(Finding::key)
                .containsExactly("[release]");
    }

    @ParameterizedTest
    @CsvSource({
        "ROCKET_PORT,              IDCONTACT_PORT",
        "ROCKET_DATABASES,         IDCONTACT_DATABASES_SESSION_URL",
        "ROCKET_LOG_LEVEL,         IDCONTACT_LOG_LEVEL",
        "IDCONTACT_LINK_SECRT,     IDCONTACT_LINK_SECRET",
        "IDCONTACT_LINK_SECRT_FILE, IDCONTACT_LINK_SECRET",
        "IDCONTACT_DECRYPTION_PRIVKEY, IDCONTACT_DECRYPTION_PRIVKEY_KEY",
        "IDCONTACT_PURPOSES_A_PHONENUMBER, IDCONTACT_PHONENUMBER",
    })
    void anUnknownVariableIsAWarningThatNamesTheNearest(String variable, String nearest) {
        assertThat(aFile().variable(variable, "marker").warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.key()).isEqualTo(variable);
                    assertThat(warning.message()).contains(nearest).doesNotContain("marker");
                });
    }

    @Test
    void globalItselfMayBeMisspelt() {
        assertThat(aFile().withTop("globl.port", "1").warnings())
                .extracting(Finding::toString)
                .containsExactly("globl: is not known here; the nearest known key is global");
    }

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "abc, abc, 0", "'', abc, 3", "abc, '', 3", "flaw, lawn, 2"})
    void distanceIsLevenshteins(String from, String to, int distance) {
        assertThat(NearestName.distance(from, to)).isEqualTo(distance);
    }
}
