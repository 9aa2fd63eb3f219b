package nl.idcontact.telephony.http;

import java.util.Optional;
import nl.idcontact.telephony.domain.model.AttributeRelease;
import nl.idcontact.telephony.domain.model.LinkedSession;
import nl.idcontact.telephony.domain.model.Watch;

/**
 * A session as a stream shows it.
 *
 * @param json the same as an agent's page gets that asks once
 * @param watch by which later changes are known
 */
record ShownSession(String json, Watch watch) {
    /** Nothing if there is no session to show. */
    static Optional<ShownSession> of(AttributeRelease release) {
        return ShapeMapper.MAPPER
                .toShape(release)
                .map(info ->
                        new ShownSession(Json.write(info), release.match(WATCH).orElseThrow()));
    }

    /** Brings a stream up to date. All that can change of what its reader sees is that the auth result arrives. */
    void update(EventStream stream) {
        if (stream.watch().resultSeen() == watch.resultSeen()) {
            stream.renewed(watch);
        } else {
            stream.session(json, watch);
        }
    }

    @Override
    public String toString() {
        return "ShownSession[***]";
    }

    private static final AttributeRelease.Cases<Optional<Watch>> WATCH = new AttributeRelease.Cases<>() {
        @Override
        public Optional<Watch> released(AttributeRelease.Released released) {
            return watch(released.session());
        }

        @Override
        public Optional<Watch> awaitingAuthResult(AttributeRelease.AwaitingAuthResult awaiting) {
            return watch(awaiting.session());
        }

        @Override
        public Optional<Watch> authenticationFailed(AttributeRelease.AuthenticationFailed failed) {
            return watch(failed.session());
        }

        @Override
        public Optional<Watch> noSession() {
            return Optional.empty();
        }

        private Optional<Watch> watch(LinkedSession session) {
            return Optional.of(session.watch());
        }
    };
}
