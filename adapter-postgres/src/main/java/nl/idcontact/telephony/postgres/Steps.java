package nl.idcontact.telephony.postgres;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;
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
import org.jdbi.v3.core.statement.TemplateEngine;

/** Makes steps in the database; trouble with it becomes {@link StoreUnavailable}. */
final class Steps {
    private final Jdbi jdbi;

    Steps(Jdbi jdbi) {
        this.jdbi = jdbi;
        // No message may carry a bound value.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        // Our SQL is no template: nothing in it is to be filled in.
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
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
        if (value.isOne()) {
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

    private static <R> R attempt(Supplier<R> step) {
        try {
            return step.get();
        } catch (JdbiException e) {
            if (!Trouble.isWorthAnotherTry(e)) {
                throw translated(e);
            }
        }
        try {
            return step.get();
        } catch (JdbiException e) {
            throw translated(e);
        }
    }

    private static RuntimeException translated(JdbiException problem) {
        return Trouble.isUnavailability(problem) ? new StoreUnavailable(problem) : problem;
    }
}
