package nl.idcontact.telephony.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import nl.idcontact.telephony.domain.model.SessionVersion;

/**
 * A version of a row. PostgreSQL never changes one but writes a new one, elsewhere; when a place is used again, it is by another
 * transaction (PostgreSQL documentation, System Columns).
 *
 * @param place where it stands, {@code ctid}, as in {@code (0,1)}
 * @param transaction the 32 bits of the transaction that wrote it, {@code xmin}
 */
record RowVersion(String place, int transaction) implements SessionVersion {
    static RowVersion of(ResultSet row) throws SQLException {
        return new RowVersion(row.getString("ctid"), Integer.parseUnsignedInt(row.getString("xmin")));
    }
}
