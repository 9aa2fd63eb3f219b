package nl.idcontact.telephony.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import nl.idcontact.telephony.postgres.testing.EmbeddedDatabase;
import org.junit.jupiter.api.Test;

/** What the other tests rely on: a server as durable as in production, with its data after a crash. */
class EmbeddedDatabaseTest {
    @Test
    void isAsDurableAsInProduction() throws SQLException {
        EmbeddedDatabase server = EmbeddedDatabase.shared();
        try (Connection connection = server.connect(server.newDatabase())) {
            assertThat(setting(connection, "fsync")).isEqualTo("on");
            assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(connection, "full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void keepsItsDataAndPortThroughACrash() throws SQLException {
        try (EmbeddedDatabase server = EmbeddedDatabase.start()) {
            String url = server.newDatabase();
            try (Connection connection = server.connect(url)) {
                connection.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
            }
            server.kill();
            assertThatThrownBy(() -> server.connect(url)).isInstanceOf(SQLException.class);
            server.startAgain();
            try (Connection connection = server.connect(url)) {
                var answer = connection.createStatement().executeQuery("SELECT answer FROM kept");
                assertThat(answer.next()).isTrue();
                assertThat(answer.getInt(1)).isEqualTo(42);
            }
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        var row = connection.createStatement().executeQuery("SHOW " + name);
        row.next();
        return row.getString(1);
    }
}
