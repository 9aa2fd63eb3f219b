package nl.idcontact.telephony.http;

import java.time.Duration;
import java.util.function.Supplier;
import nl.idcontact.telephony.domain.usecase.PurgeExpired;

/** {@code POST /clean_db}: an operator wants expired sessions gone now. */
final class CleanDbHandler implements Endpoint {
    /** What is left after this long is left to the server's own purge, so that the answer is in time. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final PurgeExpired purgeExpired;

    CleanDbHandler(PurgeExpired purgeExpired) {
        this.purgeExpired = purgeExpired;
    }

    @Override
    public Supplier<Answer> accept(Incoming request) {
        return () -> {
            long end = System.nanoTime() + LONGEST.toNanos();
            boolean more = true;
            while (more && System.nanoTime() - end < 0) {
                more = purgeExpired.purgeBatch();
            }
            return Reply.noContent();
        };
    }
}
