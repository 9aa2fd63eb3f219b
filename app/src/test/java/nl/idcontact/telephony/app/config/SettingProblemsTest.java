package nl.idcontact.telephony.app.config;

import static nl.idcontact.telephony.app.config.TestFile.aFile;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "internal_url | 'telephony:8000'            | absolute http or https",
                "internal_url | 'ftp://telephony'           | absolute http or https",
                "internal_url | 'http://'                   | absolute http or https",
                "internal_url | 'http://user:pw@telephony'  | without user",
                "internal_url | 'http://telephony/?a=b'     | without user, query",
                "internal_url | 'http://telephony:99999'    | absolute http or https",
                "internal_url | 8000                        | absolute http or https",
                "external_url | ''                          | absolute http or https",
                "phonenumber  | ''                          | 3 to 15 digits",
                "phonenumber  | '12'                        | 3 to 15 digits",
                "phonenumber  | '1234567890123456'          | 3 to 15 digits",
                "phonenumber  | '+31 10 1234567'            | 3 to 15 digits",
                "phonenumber  | '+३११०१२३४'                  | 3 to 15 digits",
                "phonenumber  | 31101234567                 | 3 to 15 digits",
                "tel_pauses   | 0                           | from 1 to 5",
                "tel_pauses   | 6                           | from 1 to 5",
                "dtmf_length  | 5                           | from 6 to 20",
                "dtmf_length  | 21                          | from 6 to 20",
                "dtmf_length  | '10'                        | whole number from 6 to 20",
                "dtmf_length  | 10.0                        | whole number from 6 to 20",
                "dtmf_length  | 4294967306                  | from 6 to 20",
                "result_length| 21                          | from 22 to 128",
                "result_length| 129                         | from 22 to 128",
                "address      | 'telephony'                 | IP address",
                "address      | '999.1.1.1'                 | IP address",
                "port         | -1                          | from 0 to 65535",
                "port         | 65536                       | from 0 to 65535",
                "public.address | ':::'                     | IP address",
                "public.port  | 70000                       | from 0 to 65535",
                "allow_published_key | 'true'               | true or false",
                "databases.session.url | 'mysql://h/db'     | postgres://",
                "link.authentication | 'basic'              | \"bearer\" or \"none\"",
                "link.secret  | 'too-short'                 | at least 32 characters",
                "link.secret  | 'söme-secret-with-more-than-32-characters' | ASCII",
                "link.secret  | ' a-secret-with-a-space-at-its-very-start' | without a space at either end",
                "link.max_attempts | 0                      | from 1 to 1000",
                "link.max_wrong_codes_per_minute | -1       | from 0 to 1000000",
                "release.token | 'optional'                 | \"required\" or \"off\"",
                "release.token | false                      | \"required\" or \"off\"",
                "session.ttl  | '1h'                        | ISO 8601",
                "session.ttl  | 'PT0S'                      | from PT1S to P31D",
                "session.ttl  | '-PT1H'                     | from PT1S to P31D",
                "session.max_age | 'P32D'                   | from PT1S to P31D",
                "session.max_age | 'P1Y'                    | ISO 8601",
                "ui.frame_ancestors | 'https://a.example'   | a list",
                "ui.frame_ancestors | ['https://a.example:65536'] | number 1 in the list must be an origin",
                "ui.frame_ancestors | ['https://a.example/page'] | number 1 in the list must be an origin",
                "ui.frame_ancestors | ['https://a.example', 'https://b; script-src *'] | number 2 in the list",
                "ui.ccp_url   | '/ccp-v2'                   | absolute http or https",
                "ui.region    | 'Europe'                    | AWS region",
                "ui.stylesheet| '//elsewhere.example/a.css' | path that begins with one slash",
                "ui.stylesheet| 'javascript:alert(1)'       | absolute http or https",
                "log.format   | 'xml'                       | \"plain\" or \"json\"",
                "log.level    | 'trace'                     | \"error\" or",
                "purposes.a.phonenumber | 'call us'         | 3 to 15 digits",
                "purposes.a.label.nl | 5                    | a text",
                "purposes.a.label.'nl_NL' | 'Iets'          | language tag",
                "attributes.bsn.masked | 'yes'              | true or false",
            })
    void aWrongValueIsAProblemThatSaysWhatIsRight(String path, String value, String right) {
        assertThat(aFile().with(path, value).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("global." + path.replace("'", ""));
            assertThat(problem.message()).contains(right);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "internal_url",
                "phonenumber",
                "decryption_privkey",
                "signature_pubkey",
                "databases.session.url",
                "link.secret"
            })
    void whatIsRequiredAndMissingIsAProblemThatNamesItsVariable(String path) {
        assertThat(aFile().without(path).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("global." + path);
            assertThat(problem.message()).contains("is missing").contains(Setting.variableOf(path));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"link", "release", "ui", "databases.session", "purposes.a", "purposes.a.label", "attributes"})
    void whatMustBeATableIsSaidToBeOne(String path) {
        TestFile file =
                aFile().without("link.secret").without("databases.session.url").with(path, "'text'");

        assertThat(file.problems()).contains(new Finding("global." + path, "must be a table: [global." + path + "]"));
    }

    @Test
    void allProblemsAreToldTogether() {
        TestFile file = aFile().with("phonenumber", "'x'")
                .with("dtmf_length", "3")
                .with("session.ttl", "'soon'")
                .with("ui.frame_ancestors", "['a', 'https://fine.example', 'b']")
                .without("link.secret")
                .without("internal_url");

        assertThat(file.problems())
                .extracting(Finding::key)
                .containsExactlyInAnyOrder(
                        "global.phonenumber",
                        "global.dtmf_length",
                        "global.session.ttl",
                        "global.ui.frame_ancestors",
                        "global.ui.frame_ancestors",
                        "global.link.secret",
                        "global.internal_url");
    }

    @Test
    void secretAndSecretsExcludeEachOther() {
        assertThat(aFile().with("link.secrets", "['" + TestFile.SECRET + "']").problems())
                .extracting(Finding::key)
                .containsExactly("global.link.secrets");
    }

    @Test
    void anEmptyListOfSecretsIsNoSecret() {
        assertThat(aFile().without("link.secret").with("link.secrets", "[]").problems())
                .extracting(Finding::key)
                .containsExactly("global.link.secret");
    }

    @Test
    void globalHasToBeATable() {
        Reading reading = TestFile.read("global = 5", Map.of());

        assertThat(((Reading.Refused) reading).problems()).contains(new Finding("global", "must be a table: [global]"));
    }
}
