package nl.idcontact.telephony.app.config;

import static nl.idcontact.telephony.app.config.TestFile.aFile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of the database, judged by what the driver itself makes of them. */
class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "postgres://tg@comm-amazon-psql:5432/tg     | comm-amazon-psql | 5432 | tg  | tg    | -",
                "postgresql://u:p@db/tg                     | db               | 5432 | tg  | u     | p",
                "postgres://u:p@db_1.example:6000/tg        | db_1.example     | 6000 | tg  | u     | p",
                "postgres://u@db                            | db               | 5432 | u   | u     | -",
                "postgres://u@db/                           | db               | 5432 | u   | u     | -",
                "postgres://db/tg                           | db               | 5432 | tg  | -     | -",
                "postgres://[::1]:5433/tg                   | [::1]            | 5433 | tg  | -     | -",
                "postgres://a%40b:p%2F%3F%23%25+%20@db/t%20g | db              | 5432 | t g | a@b   | p/?#%+ ",
                "postgres://u:p@h1:5432,h2:5433/tg          | h1,h2            | 5432,5433 | tg | u | p",
                "postgres://u:p:q@db/tg                     | db               | 5432 | tg  | u     | p:q",
                "postgres://u@db/tg?password=p%26q          | db               | 5432 | tg  | u     | p&q",
                "jdbc:postgresql://db/tg?user=u&password=p+q | db              | 5432 | tg  | u     | p q",
                "jdbc:postgresql://h1,h2:5433/tg            | h1,h2            | 5432,5433 | tg | - | -",
                "jdbc:postgresql:tg                         | localhost        | 5432 | tg  | -     | -",
                "jdbc:postgresql:///tg                      | localhost        | 5432 | tg  | -     | -",
                "jdbc:postgresql:/?user=u                   | localhost        | 5432 | u   | u     | -",
            })
    void theDriverFindsWhatTheAddressSays(
            String url, String hosts, String ports, String name, String user, String password) throws Exception {
        DatabaseAddress address = address(url);
        Properties driver = driver(address.jdbcUrl());

        assertThat(driver.getProperty("PGHOST")).isEqualTo(hosts);
        assertThat(driver.getProperty("PGPORT")).isEqualTo(ports);
        assertThat(driver.getProperty("PGDBNAME")).isEqualTo(name);
        assertThat(driver).doesNotContainKeys("user", "password");
        assertThat(address.user()).isEqualTo(Optional.ofNullable(user));
        assertThat(address.password().map(Secret::reveal))
                .isEqualTo(Optional.ofNullable(password).map(DatabaseUrlTest::padded));
    }

    /** The table above cannot end a cell in a space. */
    private static String padded(String password) {
        return password.endsWith("+") ? password + " " : password;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres://h1,h2/tg                                       | targetServerType | primary",
                "postgres://h1,h2/tg?target_session_attrs=any              | targetServerType | any",
                "postgres://h1,h2/tg?target_session_attrs=read-write       | targetServerType | primary",
                "postgres://h/tg?target_session_attrs=prefer-standby       | targetServerType | preferSecondary",
                "postgres://h/tg?sslmode=verify-full&sslrootcert=/a%20b.pem | sslrootcert     | /a b.pem",
                "postgres://h/tg?sslmode=verify-full                       | sslmode          | verify-full",
                "postgres://h/tg?connect_timeout=3                         | connectTimeout   | 3",
                "postgres://h1,h2/tg?load_balance_hosts=random             | loadBalanceHosts | true",
                "postgres://h/tg?require_auth=scram-sha-256                | requireAuth      | scram-sha-256",
                "postgres://h/tg?application_name=a%26b                    | ApplicationName  | a&b",
                "postgres://h/tg?options=-c%20search_path%3Dx              | options          | -c search_path=x",
                "jdbc:postgresql://h1,h2/tg?targetServerType=any           | targetServerType | any",
                "jdbc:postgresql://h1,h2/tg?ssl=true                       | targetServerType | primary",
            })
    void parametersAreInTheDriversWords(String url, String parameter, String value) throws Exception {
        assertThat(driver(address(url).jdbcUrl()).getProperty(parameter)).isEqualTo(value);
    }

    @Test
    void whatConcernsSocketsOfLibpqIsLeftOut() throws Exception {
        assertThat(address("postgres://h/tg?keepalives=1&keepalives_idle=30&keepalives_retries=3")
                        .jdbcUrl())
                .isEqualTo("jdbc:postgresql://h/tg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "db:5432/tg",
                "mysql://h/tg",
                "postgres:h/tg",
                "postgres:///tg",
                "postgres://u:xqzj@/tg",
                "postgres://%2Fvar%2Frun/tg",
                "postgres://u:xqzj@h:0/tg",
                "postgres://u:xqzj@h:65536/tg",
                "postgres://u:xqzj@h:x/tg",
                "postgres://u:xqzj@h1,,h2/tg",
                "postgres://h",
                "postgres://u:xq%zj@h/tg",
                "postgres://u:xq?zj@h/tg",
                "postgres://u:xq/zj@h/tg",
                "postgres://u:xq#zj@h/tg",
                "postgres://h/tg?xqzj=1",
                "postgres://h/tg?sslmode=xqzj",
                "postgres://h/tg?sslpassword=xqzj",
                "postgres://h/tg?target_session_attrs=xqzj",
                "postgres://h/tg?load_balance_hosts=xqzj",
                "postgres://h/tg?PGHOST=xqzj",
                "jdbc:postgresql://h/tg?service=xqzj",
                "postgres://h/tg/xqzj",
                "jdbc:mysql://h/xqzj"
            })
    void whatTheDriverCouldNotUseIsRefusedAndNotQuoted(String url) {
        assertThat(aFile().with("databases.session.url", "'" + url + "'").problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.key()).isEqualTo("global.databases.session.url");
                    assertThat(problem.message()).contains("must").doesNotContain("xq", "zj");
                });
    }

    @Test
    void thePasswordIsNotShown() throws Exception {
        assertThat(address("postgres://u:hunter2@h/tg").toString()).doesNotContain("hunter2");
    }

    private static DatabaseAddress address(String url) throws Unacceptable {
        return new DatabaseUrl().read(TextNode.valueOf(url));
    }

    /** By reflection, since the driver's classes refer to annotations that are not on the class path. */
    private static Properties driver(String url) throws ReflectiveOperationException {
        try {
            Object properties = Class.forName("org.postgresql.Driver")
                    .getMethod("parseURL", String.class, Properties.class)
                    .invoke(null, url, null);
            return (Properties) properties;
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
