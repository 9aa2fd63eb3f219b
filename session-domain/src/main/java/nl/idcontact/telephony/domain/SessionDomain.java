package nl.idcontact.telephony.domain;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import nl.idcontact.telephony.domain.inmemory.InMemorySessionStore;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.AuthResultOpener;
import nl.idcontact.telephony.domain.port.SessionEvents;
import nl.idcontact.telephony.domain.port.SessionFeedback;
import nl.idcontact.telephony.domain.port.SessionStore;
import nl.idcontact.telephony.domain.secrecy.StorageKeys;
import nl.idcontact.telephony.domain.usecase.EndSession;
import nl.idcontact.telephony.domain.usecase.FollowSessions;
import nl.idcontact.telephony.domain.usecase.KeepAlive;
import nl.idcontact.telephony.domain.usecase.LinkCall;
import nl.idcontact.telephony.domain.usecase.PurgeExpired;
import nl.idcontact.telephony.domain.usecase.ReceiveAuthResult;
import nl.idcontact.telephony.domain.usecase.ReleaseAttributes;
import nl.idcontact.telephony.domain.usecase.StartSession;

/**
 * All that may happen to sessions, wired. Whoever builds a telephony plugin needs this one object and an
 * {@link AuthResultOpener}; everything else has a default that is secure and fit for one process. Safe for many threads.
 *
 * <!-- example: flow -->
 * <pre>{@code
 * SessionDomain domain = SessionDomain.with(opener).build();
 *
 * // The core starts a session; the code goes to the resident, the result code to the auth plugin.
 * StartResult.Started session =
 *         (StartResult.Started) domain.startSession().start(new Purpose("report_move"), Optional.empty());
 * domain.receiveAuthResult().receive(session.resultCode().orElseThrow().value(), posted);
 *
 * // The resident calls and keys in the code; the token goes to the agent's side, and nowhere else.
 * LinkResult.Linked linked = (LinkResult.Linked) domain.linkCall().link(session.code(), call);
 * ReleaseToken token = linked.releaseToken();
 *
 * // The agent sees what was verified, and ends the session when the call is over.
 * AttributeRelease release = domain.releaseAttributes().release(call, Optional.of(token));
 * domain.endSession().end(call, Optional.of(token));
 * }</pre>
 *
 * The casts are for brevity: each result has a {@code match}, which asks for an answer to every case.
 */
public final class SessionDomain {
    private final StartSession startSession;
    private final ReceiveAuthResult receiveAuthResult;
    private final LinkCall linkCall;
    private final ReleaseAttributes releaseAttributes;
    private final FollowSessions followSessions;
    private final KeepAlive keepAlive;
    private final EndSession endSession;
    private final PurgeExpired purgeExpired;

    private SessionDomain(Parts parts) {
        startSession = new StartSession(parts);
        receiveAuthResult = new ReceiveAuthResult(parts);
        linkCall = new LinkCall(parts);
        releaseAttributes = new ReleaseAttributes(parts);
        followSessions = new FollowSessions(parts, releaseAttributes);
        keepAlive = new KeepAlive(parts);
        endSession = new EndSession(parts);
        purgeExpired = new PurgeExpired(parts);
    }

    /**
     * Begins to wire a domain.
     *
     * @param opener how auth results are decrypted and verified
     */
    public static Builder with(AuthResultOpener opener) {
        return new Builder(opener);
    }

    public StartSession startSession() {
        return startSession;
    }

    public ReceiveAuthResult receiveAuthResult() {
        return receiveAuthResult;
    }

    public LinkCall linkCall() {
        return linkCall;
    }

    public ReleaseAttributes releaseAttributes() {
        return releaseAttributes;
    }

    public FollowSessions followSessions() {
        return followSessions;
    }

    public KeepAlive keepAlive() {
        return keepAlive;
    }

    public EndSession endSession() {
        return endSession;
    }

    public PurgeExpired purgeExpired() {
        return purgeExpired;
    }

    /** What use cases are made from. */
    public record Parts(
            SessionStore store,
            AuthResultOpener opener,
            SessionFeedback feedback,
            SessionEvents events,
            StorageKeys keys,
            SessionSettings settings,
            InstantSource clock,
            RandomGenerator random) {}

    /** Chooses the parts; what is not chosen, is as for one process without a database. */
    public static final class Builder {
        private final AuthResultOpener opener;
        private SessionStore store = new InMemorySessionStore(Lifetime.DEFAULT);
        private SessionFeedback feedback = SessionFeedback.none();
        private SessionEvents events = SessionEvents.none();
        private SessionSettings settings = SessionSettings.DEFAULT;
        private InstantSource clock = InstantSource.system();
        private RandomGenerator random = new SecureRandom();
        private StorageKeys keys;

        private Builder(AuthResultOpener opener) {
            this.opener = opener;
            byte[] ephemeral = new byte[32];
            random.nextBytes(ephemeral);
            keys = StorageKeys.derivedFrom(List.of(ephemeral));
        }

        /** Where sessions are kept; by default in memory, for {@link Lifetime#DEFAULT}. */
        public Builder store(SessionStore store) {
            this.store = store;
            return this;
        }

        /** The keys, needed by a store that outlives the process; by default fresh ones, with which nothing older can be read. */
        public Builder keys(StorageKeys keys) {
            this.keys = keys;
            return this;
        }

        /** How auth plugins are told of activity and logout; by default not at all. */
        public Builder feedback(SessionFeedback feedback) {
            this.feedback = feedback;
            return this;
        }

        /** Who listens to what happens; by default nobody. */
        public Builder events(SessionEvents events) {
            this.events = events;
            return this;
        }

        /** Lengths, limits and release; by default {@link SessionSettings#DEFAULT}. */
        public Builder settings(SessionSettings settings) {
            this.settings = settings;
            return this;
        }

        /** The clock; by default the system's. */
        public Builder clock(InstantSource clock) {
            this.clock = clock;
            return this;
        }

        /** The source of codes and nonces: unpredictable, and safe for many threads; by default {@link SecureRandom}. */
        public Builder random(RandomGenerator random) {
            this.random = random;
            return this;
        }

        /** The wired domain. */
        public SessionDomain build() {
            return new SessionDomain(new Parts(store, opener, feedback, events, keys, settings, clock, random));
        }
    }
}
