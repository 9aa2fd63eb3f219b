package nl.idcontact.telephony.app.observability;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.ResultCode;

/** The sessions seen last, a bounded number, so that what is asked for again is not counted again. */
final class RecentSessions {
    private static final int MAX = 10_000;

    private final Map<Fingerprint<ResultCode>, Boolean> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Fingerprint<ResultCode>, Boolean> eldest) {
            return size() > MAX;
        }
    };

    synchronized boolean isNew(Fingerprint<ResultCode> session) {
        return seen.putIfAbsent(session, true) == null;
    }
}
