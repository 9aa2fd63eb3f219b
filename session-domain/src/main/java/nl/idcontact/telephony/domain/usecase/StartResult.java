package nl.idcontact.telephony.domain.usecase;

import java.util.Optional;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.ResultCode;

/** What came of the wish to start a session. */
public sealed interface StartResult {
    /** Answers with the case that applies. */
    <R> R match(Cases<R> cases);

    /** One answer a case. */
    interface Cases<R> {
        R started(Started started);

        R invalidAuthResult();
    }

    /**
     * A session is there.
     *
     * @param code what the resident keys in
     * @param resultCode where the auth result is expected; nothing if it is there already
     */
    record Started(DtmfCode code, Optional<ResultCode> resultCode) implements StartResult {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.started(this);
        }
    }

    /** The auth result that came with the start can't be believed; there is no session. */
    enum InvalidAuthResult implements StartResult {
        INVALID_AUTH_RESULT;

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.invalidAuthResult();
        }
    }
}
