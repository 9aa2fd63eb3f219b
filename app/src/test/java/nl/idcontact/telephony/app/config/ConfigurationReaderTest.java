package nl.idcontact.telephony.app.config;

import static nl.idcontact.telephony.app.config.TestFile.aFile;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {

    @Test
    void whatIsNotSetHasItsDefault() {
        Configuration configuration = aFile().accepted();

        Server server = configuration.server();
        assertThat(server.listeners().internal().address().getHostAddress()).isEqualTo("127.0.0.1");
        assertThat(server.listeners().internal().port()).isEqualTo(8000);
        assertThat(server.listeners().open().address().getHostAddress()).isEqualTo("127.0.0.1");
        assertThat(server.listeners().open().port()).isEqualTo(8001);
        assertThat(server.externalUrl()).isEmpty();
        assertThat(server.log()).isEqualTo(new Log(Log.Format.PLAIN, Log.Level.INFO));
        Sessions sessions = configuration.sessions();
        assertThat(sessions.telephone()).isEqualTo(new Telephone("+31101234567", 1, Map.of()));
        assertThat(sessions.codes()).isEqualTo(new CodeLengths(10, 32));
        assertThat(sessions.link())
                .isEqualTo(new Link(Link.Authentication.BEARER, List.of(new Secret(TestFile.SECRET)), 3, 0));
        assertThat(sessions.release().token()).isEqualTo(Release.Token.REQUIRED);
        assertThat(sessions.lifetime()).isEqualTo(new Lifetime(Duration.ofHours(1), Duration.ofHours(12)));
        assertThat(configuration.pages())
                .isEqualTo(new Pages(
                        new Ui(List.of(), Optional.empty(), Optional.empty(), Optional.empty()), Map.of(), Map.of()));
        assertThat(aFile().warnings()).isEmpty();
    }

    @Test
    void whatIsSetIsTaken() {
        Configuration configuration = aFile().with("internal_url", "'http://comm_amazon_connect:8000/plugin//'")
                .with("external_url", "'https://telephony.example/'")
                .with("tel_pauses", "3")
                .with("address", "'0.0.0.0'")
                .with("public.address", "'::1'")
                .with("public.port", "9443")
                .with("link.max_attempts", "5")
                .with("link.max_wrong_codes_per_minute", "100")
                .with("session.ttl", "'PT2S'")
                .with("session.max_age", "'PT1M'")
                .with("ui.frame_ancestors", "['https://a.my.connect.aws/', 'https://*.b.example:8443']")
                .with("ui.ccp_url", "'https://a.my.connect.aws/ccp-v2'")
                .with("ui.region", "'eu-central-1'")
                .with("ui.stylesheet", "'/theme/town.css'")
                .with("log.format", "'json'")
                .with("log.level", "'debug'")
                .accepted();

        assertThat(configuration.server().internalUrl()).hasToString("http://comm_amazon_connect:8000/plugin");
        assertThat(configuration.server().externalUrl()).contains(URI.create("https://telephony.example"));
        assertThat(configuration.server().listeners().internal().address().getHostAddress())
                .isEqualTo("0.0.0.0");
        assertThat(configuration.server().listeners().open().port()).isEqualTo(9443);
        assertThat(configuration.server().log()).isEqualTo(new Log(Log.Format.JSON, Log.Level.DEBUG));
        assertThat(configuration.sessions().telephone().pauses()).isEqualTo(3);
        assertThat(configuration.sessions().link().maxAttempts()).isEqualTo(5);
        assertThat(configuration.sessions().link().maxWrongCodesPerMinute()).isEqualTo(100);
        assertThat(configuration.sessions().lifetime())
                .isEqualTo(new Lifetime(Duration.ofSeconds(2), Duration.ofMinutes(1)));
        assertThat(configuration.pages().ui())
                .isEqualTo(new Ui(
                        List.of("https://a.my.connect.aws", "https://*.b.example:8443"),
                        Optional.of(URI.create("https://a.my.connect.aws/ccp-v2")),
                        Optional.of("eu-central-1"),
                        Optional.of(URI.create("/theme/town.css"))));
    }

    @Test
    void purposesAndAttributesHaveNamesOfTheOperatorsChoice() {
        Configuration configuration = aFile().with("purposes.report_move.phonenumber", "'+31101234568'")
                .with("purposes.report_move.label", "{ nl = 'Verhuizing doorgeven', en = 'Report a move' }")
                .with("purposes.\"een.vraag\".label.nl", "'Een vraag'")
                .with("attributes.bsn.label", "{ nl = 'Burgerservicenummer' }")
                .with("attributes.bsn.masked", "true")
                .with("attributes.email", "{}")
                .accepted();

        assertThat(configuration.sessions().telephone().numbersByPurpose())
                .isEqualTo(Map.of("report_move", "+31101234568"));
        assertThat(configuration.pages().purposeLabels())
                .containsEntry("report_move", Map.of("nl", "Verhuizing doorgeven", "en", "Report a move"))
                .containsEntry("een.vraag", Map.of("nl", "Een vraag"));
        assertThat(configuration.pages().attributes())
                .containsEntry("bsn", new AttributeDisplay(Map.of("nl", "Burgerservicenummer"), true))
                .containsEntry("email", new AttributeDisplay(Map.of(), false));
    }

    @Test
    void withoutAuthenticationNoSecretIsNeededAndWrongCodesAreLimited() {
        TestFile open = aFile().without("link.secret").with("link.authentication", "'none'");

        assertThat(open.accepted().sessions().link().maxWrongCodesPerMinute()).isEqualTo(60);
        assertThat(open.warnings()).extracting(Finding::key).containsExactly("global.link.authentication");
        assertThat(open.with("link.max_wrong_codes_per_minute", "0")
                        .accepted()
                        .sessions()
                        .link()
                        .maxWrongCodesPerMinute())
                .isZero();
        assertThat(open.warnings())
                .extracting(Finding::key)
                .containsExactly("global.link.authentication", "global.link.max_wrong_codes_per_minute");
    }

    @Test
    void secretsRotate() {
        TestFile rotating = aFile().without("link.secret")
                .with("link.secrets", "['" + TestFile.SECRET + "-new', '" + TestFile.SECRET + "']");

        assertThat(rotating.accepted().sessions().link().secrets())
                .containsExactly(new Secret(TestFile.SECRET + "-new"), new Secret(TestFile.SECRET));
    }

    @ParameterizedTest
    @CsvSource({
        "dtmf_length,                       7,          global.dtmf_length",
        "release.token,                     'off',      global.release.token",
        "public.port,                       8000,       global.public.port",
        "session.max_age,                   'PT30M',    global.session.max_age",
    })
    void whatIsAllowedButNotSafeIsAWarning(String path, String value, String key) {
        String toml = value.matches("[0-9]+") ? value : "'" + value + "'";
        assertThat(aFile().with(path, toml).warnings()).extracting(Finding::key).containsExactly(key);
    }

    @Test
    void twoListenersOnPortsThatTheSystemPicksAreTwo() {
        TestFile picked = aFile().with("port", "0").with("public.port", "0");

        assertThat(picked.accepted().server().listeners().shared()).isFalse();
        assertThat(picked.warnings()).isEmpty();
        assertThat(aFile().with("public.port", "8000")
                        .accepted()
                        .server()
                        .listeners()
                        .shared())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret = 'dont-show-this",
                "secret = dont-show-this",
                "secret = \"dont-show-this\\q\"",
                "dont-show-this",
                "dont-show-this = 1\ndont-show-this = 2",
                "secret = 'x' dont-show-this",
                "secret = { dont-show-this }",
                "secret = 2026-13-45dont-show-this",
            })
    void aFileThatIsNotTomlIsNamedWithItsLineAndNotQuoted(String line) {
        Reading reading = TestFile.read("[global]\nphonenumber = '+31'\n" + line + "\n", Map.of());

        assertThat(((Reading.Refused) reading).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .containsPattern("line [345]")
                        .doesNotContain("dont-show", "show-this"));
    }

    @Test
    void aFileThatIsNotThereOrNotTextIsAProblem(@TempDir Path folder) throws Exception {
        ConfigurationReader reader = new ConfigurationReader(Map.of());
        Path latin = Files.write(folder.resolve("latin.toml"), "a = 'é'".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(((Reading.Refused) reader.read(Optional.of(folder.resolve("none.toml")))).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("no such file"));
        assertThat(((Reading.Refused) reader.read(Optional.of(latin))).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("UTF-8"));
        assertThat(((Reading.Refused) reader.read(Optional.of(folder))).problems())
                .hasSize(1);
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(TestFile.read("\ufeff" + aFile().toml(), Map.of())).isInstanceOf(Reading.Accepted.class);
    }
}
