package nl.idcontact.telephony.postgres;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells trouble with the database from mistakes of ours, by SQLSTATE (PostgreSQL documentation, appendix A). */
final class Trouble {
    static final String UNIQUE_VIOLATION = "23505";
    /** What a server answers to a write that has become a standby. */
    static final String READ_ONLY = "25006";

    static final String NO_RIGHT = "42501";

    /** There is no such table: the first start has not migrated the database yet. */
    private static final String NOT_MIGRATED = "42P01";

    private static final Set<String> WORTH_ANOTHER_TRY = Set.of("40001", "40P01");
    /** Connection exception, insufficient resources, operator intervention. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57");

    private static final Map<String, String> REASONS = Map.of(
            "08004",
            "it rejects how we come: is a password missing, or TLS asked for that it does not offer?",
            "28P01",
            "it does not accept the user or the password",
            "28000",
            "it does not accept the user or the password",
            "3D000",
            "it has no database of that name",
            NO_RIGHT,
            "the user lacks a right there that the server needs",
            "53300",
            "it has no connection left",
            "57P03",
            "it is starting up or shutting down",
            READ_ONLY,
            "it is a standby, which takes no writes");

    private Trouble() {}

    /** What the driver reported, if the problem came from there. */
    static Optional<SQLException> sqlCause(Throwable problem) {
        return causeOf(problem, SQLException.class);
    }

    static boolean isUniqueViolation(Throwable problem) {
        return UNIQUE_VIOLATION.equals(stateOf(problem));
    }

    /** A deadlock or a conflict of transactions: what was asked has not happened and may well succeed now. */
    static boolean isWorthAnotherTry(Throwable problem) {
        return WORTH_ANOTHER_TRY.contains(stateOf(problem));
    }

    /** Whether the database could not be reached, did not answer in time or is not in a state to serve. */
    static boolean isUnavailability(Throwable problem) {
        SQLException cause = sqlCause(problem).orElse(null);
        if (cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLRecoverableException) {
            return true;
        }
        String state = stateOf(problem);
        return state.equals(READ_ONLY)
                || state.equals(NOT_MIGRATED)
                || WORTH_ANOTHER_TRY.contains(state)
                || CLASSES.contains(state.substring(0, Math.min(2, state.length())));
    }

    /** Why, in words for the operator that quote neither an address nor a value. */
    static String reason(Throwable problem) {
        String known = REASONS.get(stateOf(problem));
        if (known != null) {
            return known;
        }
        if (causeOf(problem, UnknownHostException.class).isPresent()) {
            return "its host name is not known";
        }
        if (causeOf(problem, ConnectException.class).isPresent()) {
            return "nothing listens at its address";
        }
        if (causeOf(problem, SocketTimeoutException.class).isPresent()) {
            return "it does not answer in time";
        }
        if (isUnavailability(problem)) {
            return "it cannot be reached";
        }
        return sqlCause(problem).isPresent()
                ? "it answers with SQLSTATE " + stateOf(problem)
                : "its history of changes is not the one of this version or an older one";
    }

    private static String stateOf(Throwable problem) {
        return sqlCause(problem).map(SQLException::getSQLState).orElse("");
    }

    private static <T extends Throwable> Optional<T> causeOf(Throwable problem, Class<T> type) {
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
