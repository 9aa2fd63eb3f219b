package nl.idcontact.telephony.domain.inmemory;

import java.time.Instant;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.Fingerprints;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.Purpose;
import nl.idcontact.telephony.domain.model.ResultCode;
import nl.idcontact.telephony.domain.model.SessionVersion;
import nl.idcontact.telephony.domain.port.NewSession;
import nl.idcontact.telephony.domain.port.SealedResult;
import nl.idcontact.telephony.domain.port.StoredSession;
import org.jspecify.annotations.Nullable;

/** One session in memory; its store guards it. */
final class KeptSession {
    final Fingerprint<ResultCode> name;
    final Fingerprint<DtmfCode> code;
    final Purpose purpose;
    final Instant startedAt;
    Instant lastActivity;

    @Nullable
    SealedResult result;

    @Nullable
    Fingerprint<PhoneSessionId> call;

    @Nullable
    Instant linkedAt;

    @Nullable
    Instant feedbackAt;

    KeptSession(NewSession session, Instant now) {
        name = session.session();
        code = session.code().current();
        purpose = session.purpose();
        result = session.result().orElse(null);
        startedAt = now;
        lastActivity = now;
    }

    boolean isLive(Lifetime lifetime, Instant now) {
        return lifetime.isLive(startedAt, lastActivity, now);
    }

    boolean isLinkedTo(Fingerprints<PhoneSessionId> calls) {
        return call != null && calls.all().contains(call);
    }

    SessionVersion version() {
        return new Version(lastActivity, result != null);
    }

    StoredSession read(Lifetime lifetime) {
        if (linkedAt == null) {
            throw new IllegalStateException("Only linked sessions are read");
        }
        return new StoredSession(
                name,
                version(),
                purpose,
                Optional.ofNullable(result).map(SealedResult::sealed),
                linkedAt,
                lastActivity,
                lifetime.end(startedAt, lastActivity));
    }

    private record Version(Instant lastActivity, boolean hasResult) implements SessionVersion {}
}
