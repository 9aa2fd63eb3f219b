package nl.idcontact.telephony.domain.usecase;

import nl.idcontact.telephony.domain.model.AttributeRelease;
import nl.idcontact.telephony.domain.model.AttributeRelease.AwaitingAuthResult;
import nl.idcontact.telephony.domain.model.AttributeRelease.Released;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.Watch;

/** An agent's page that has been shown a session. */
record Page(PhoneSessionId call, Watch watch) implements FollowSessions.Follower {
    static Page showing(PhoneSessionId call, AttributeRelease release) {
        return new Page(
                call,
                release instanceof Released released
                        ? released.session().watch()
                        : ((AwaitingAuthResult) release).session().watch());
    }
}
