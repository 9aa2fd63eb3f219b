package nl.idcontact.telephony.postgres;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.Fingerprints;
import nl.idcontact.telephony.domain.port.StoreUnavailable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** Makes steps in the database, and tells trouble with the database from mistakes of ours. */
final class Steps {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String READ_ONLY = "25006";
    private static final Set<String> WORTH_ANOTHER_TRY = Set.of("40001", "40P01");
    /** SQLSTATE classes: connection exception, insufficient resources, operator intervention. */
    private static final Set<String> TROUBLE = Set.of("08", "53", "57");

    private final Jdbi jdbi;

    Steps(Jdbi jdbi) {
        this.jdbi = jdbi;
        // No message may carry a bound value.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        // Every statement is offered all parameters of time.
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    }

    /** Makes a step of one statement. */
    <R> R step(HandleCallback<R, RuntimeException> step) {
        return attempt(() -> jdbi.withHandle(step));
    }

    /** Makes a step that happens whole or not at all, however many statements it has. */
    <R> R transaction(HandleCallback<R, RuntimeException> step) {
        return attempt(() -> jdbi.inTransaction(step));
    }

    /**
     * Makes a step that relies on no other row having this value. One fingerprint is guarded by the unique constraint. Several
     * of one value, while keys rotate, are not: those who write the same value then wait for each other.
     */
    <R> R exclusive(Fingerprints<?> value, HandleCallback<R, RuntimeException> step) {
        if (value.all().size() == 1) {
            return step(step);
        }
        return transaction(handle -> {
            lock(handle, value.all());
            return step.withHandle(handle);
        });
    }

    /** Until the end of its transaction, nobody else gets past the lock of any of these. */
    static void lock(Handle handle, List<? extends Fingerprint<?>> fingerprints) {
        Long[] keys = fingerprints.stream()
                .map(fingerprint -> ByteBuffer.wrap(fingerprint.bytes()).getLong())
                .sorted()
                .toArray(Long[]::new);
        handle.createQuery(SessionSql.LOCK)
                .bind("keys", Binding.array("bigint", keys))
                .mapToMap()
                .list();
    }

    static boolean isUniqueViolation(JdbiException problem) {
        return sqlCause(problem)
                .map(SQLException::getSQLState)
                .filter(UNIQUE_VIOLATION::equals)
                .isPresent();
    }

    private static <R> R attempt(Attempt<R> attempt) {
        try {
            return attempt.make();
        } catch (JdbiException first) {
            if (!stateOf(first).filter(WORTH_ANOTHER_TRY::contains).isPresent()) {
                throw translated(first);
            }
        }
        try {
            return attempt.make();
        } catch (JdbiException second) {
            throw translated(second);
        }
    }

    private static RuntimeException translated(JdbiException problem) {
        return sqlCause(problem).filter(Steps::isTrouble).isPresent() ? new StoreUnavailable(problem) : problem;
    }

    private static boolean isTrouble(SQLException cause) {
        String state = cause.getSQLState();
        return cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLRecoverableException
                || (state != null
                        && (state.equals(READ_ONLY)
                                || WORTH_ANOTHER_TRY.contains(state)
                                || TROUBLE.contains(state.substring(0, Math.min(2, state.length())))));
    }

    private static Optional<String> stateOf(JdbiException problem) {
        return sqlCause(problem).map(SQLException::getSQLState);
    }

    private static Optional<SQLException> sqlCause(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    @FunctionalInterface
    private interface Attempt<R> {
        R make();
    }
}
