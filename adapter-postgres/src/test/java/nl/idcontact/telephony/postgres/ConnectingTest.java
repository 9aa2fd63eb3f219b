package nl.idcontact.telephony.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Which settings the driver gets. */
class ConnectingTest {
    @Test
    void ofSeveralHostsTheOneThatTakesWritesIsUsed() throws SQLException {
        PGSimpleDataSource driver = driver("jdbc:postgresql://one:5432,two:5433/telephony");
        assertThat(driver.getServerNames()).containsExactly("one", "two");
        assertThat(driver.getProperty(PGProperty.TARGET_SERVER_TYPE)).isEqualTo("primary");
        assertThat(driver.getProperty(PGProperty.SOCKET_TIMEOUT)).isEqualTo("2");
        assertThat(driver.getProperty(PGProperty.LOG_SERVER_ERROR_DETAIL)).isEqualTo("false");
    }

    @Test
    void theAddressHasTheLastWord() throws SQLException {
        PGSimpleDataSource driver =
                driver("jdbc:postgresql://one/telephony?targetServerType=any&socketTimeout=9&sslmode=require");
        assertThat(driver.getProperty(PGProperty.TARGET_SERVER_TYPE)).isEqualTo("any");
        assertThat(driver.getProperty(PGProperty.SOCKET_TIMEOUT)).isEqualTo("9");
        assertThat(driver.getProperty(PGProperty.SSL_MODE)).isEqualTo("require");
        assertThat(driver.getProperty(PGProperty.CONNECT_TIMEOUT)).isEqualTo("2");
    }

    private static PGSimpleDataSource driver(String jdbcUrl) {
        Connecting connecting = new Connecting(jdbcUrl, Optional.of("user"), Optional.of("password"));
        return (PGSimpleDataSource) connecting.pool().getDataSource();
    }
}
