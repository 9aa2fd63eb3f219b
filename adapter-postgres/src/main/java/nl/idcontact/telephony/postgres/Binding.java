package nl.idcontact.telephony.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.function.Function;
import nl.idcontact.telephony.domain.model.Fingerprint;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/**
 * How values of the domain go into a statement and come out of a row. What goes in says itself how: JDBI would look for the way
 * to bind a plain value in each statement anew.
 */
final class Binding {
    private Binding() {}

    static Argument bytes(Fingerprint<?> fingerprint) {
        return bytes(fingerprint.bytes());
    }

    /** Bytes or, typed all the same, NULL. */
    static Argument bytes(byte @Nullable [] bytes) {
        return (position, statement, context) -> statement.setBytes(position, bytes);
    }

    static Argument text(String text) {
        return (position, statement, context) -> statement.setString(position, text);
    }

    static Argument number(int number) {
        return (position, statement, context) -> statement.setInt(position, number);
    }

    static <T> Argument allBytes(Collection<T> values, Function<T, byte @Nullable []> bytes) {
        return array("bytea", values.stream().map(bytes).toArray(byte[][]::new));
    }

    static <T> Argument allTexts(Collection<T> values, Function<T, String> text) {
        return array("text", values.stream().map(text).toArray(String[]::new));
    }

    /** The driver sends arrays in binary form if their own type says what they hold, as {@code Long[]} does; else as text. */
    static Argument array(String type, Object[] values) {
        return (position, statement, context) -> {
            Connection connection = statement.getConnection();
            statement.setArray(position, connection.createArrayOf(type, values));
        };
    }

    static Argument time(Instant time) {
        return (position, statement, context) -> statement.setObject(position, new PreciseTime(time));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static <T> Fingerprint<T> fingerprint(ResultSet row, String column) throws SQLException {
        return new Fingerprint<>(row.getBytes(column));
    }
}
