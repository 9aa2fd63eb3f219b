package nl.idcontact.telephony.postgres;

import static nl.idcontact.telephony.postgres.Binding.fingerprint;
import static nl.idcontact.telephony.postgres.Binding.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.model.Purpose;
import nl.idcontact.telephony.domain.port.ChangedSession;
import nl.idcontact.telephony.domain.port.StoredSession;

/** Reads sessions from rows. */
record SessionRows(Lifetime lifetime) {
    StoredSession session(ResultSet row) throws SQLException {
        Instant lastActivity = instant(row, "last_activity");
        return new StoredSession(
                fingerprint(row, "session"),
                RowVersion.of(row),
                new Purpose(row.getString("purpose")),
                Optional.ofNullable(row.getBytes("sealed")),
                instant(row, "linked_at"),
                lastActivity,
                lifetime.end(instant(row, "started_at"), lastActivity));
    }

    ChangedSession changed(ResultSet row) throws SQLException {
        boolean gone = row.getBytes("session") == null;
        return new ChangedSession(row.getInt("number") - 1, gone ? Optional.empty() : Optional.of(session(row)));
    }
}
