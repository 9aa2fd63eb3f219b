package nl.idcontact.telephony.app.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nl.idcontact.telephony.app.support.RunningApp;

/** What really stands in the database: the one session that was started. */
final class StoredRow {
    private final String jdbcUrl;

    StoredRow(RunningApp app) {
        this.jdbcUrl = String.valueOf(app.environment().get("IDCONTACT_DATABASES_SESSION_URL"));
    }

    String purpose() {
        return column("purpose");
    }

    boolean isLinked() {
        return column("(linked_at IS NOT NULL)::text").equals("true");
    }

    /** The bytes of the sealed result, a character each. */
    String sealedResult() {
        return column("encode(sealed, 'escape')").replaceAll("\\\\[0-7]{3}", "?");
    }

    private String column(String expression) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + expression + " FROM telephony_session")) {
            if (!row.next()) {
                throw new TwelveSteps.StepFailed("nothing was stored");
            }
            return String.valueOf(row.getString(1));
        } catch (SQLException e) {
            throw new TwelveSteps.StepFailed("the database could not be asked");
        }
    }
}
