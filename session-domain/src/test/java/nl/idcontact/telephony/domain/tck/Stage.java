package nl.idcontact.telephony.domain.tck;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.domain.inmemory.InMemorySessionStore;
import nl.idcontact.telephony.domain.model.Attributes;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.Purpose;
import nl.idcontact.telephony.domain.port.SessionEvent;
import nl.idcontact.telephony.domain.port.SessionFeedback;

/**
 * A domain with everybody around it played: the core and the auth plugin, the clock, a store that may fail, and a record of
 * what was heard. It stands at {@link #NOON}; sessions live as long as {@link Lifetime#DEFAULT} says.
 */
public final class Stage {
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    public static final Purpose REPORT_MOVE = new Purpose("report_move");
    public static final PhoneSessionId CALL = new PhoneSessionId("1772452800.17");
    public static final PhoneSessionId OTHER_CALL = new PhoneSessionId("1772452801.18");
    public static final Attributes EMAIL = new Attributes(Map.of("email", "resident@example.com"));
    public static final URI SESSION_URL = URI.create("https://auth.example/session?id=login-4711");

    private final MovableClock clock;
    private final KnownResults authPlugin;
    private final List<SessionEvent> events;
    private final List<String> feedback;
    private final StoreWithOutages store;
    private final SessionDomain domain;

    /** The domain with its default settings. */
    public Stage() {
        this(builder -> builder);
    }

    /** The domain with the parts that {@code wiring} changes. */
    public Stage(UnaryOperator<SessionDomain.Builder> wiring) {
        clock = new MovableClock(NOON);
        authPlugin = new KnownResults();
        events = new CopyOnWriteArrayList<>();
        feedback = new CopyOnWriteArrayList<>();
        store = new StoreWithOutages(new InMemorySessionStore(Lifetime.DEFAULT));
        domain = wire(wiring);
    }

    private Stage(Stage first, UnaryOperator<SessionDomain.Builder> wiring) {
        clock = first.clock;
        authPlugin = first.authPlugin;
        events = first.events;
        feedback = first.feedback;
        store = first.store;
        domain = wire(wiring);
    }

    private SessionDomain wire(UnaryOperator<SessionDomain.Builder> wiring) {
        return wiring.apply(SessionDomain.with(authPlugin)
                        .clock(clock)
                        .random(new Random(20260302))
                        .store(store.store())
                        .events(events::add)
                        .feedback(new Recorder()))
                .build();
    }

    /** A second instance beside this one, with everything shared but the domain, and with the parts that {@code wiring} changes. */
    public Stage anotherInstance(UnaryOperator<SessionDomain.Builder> wiring) {
        return new Stage(this, wiring);
    }

    /** The domain that is tried. */
    public SessionDomain domain() {
        return domain;
    }

    /** The time of this stage. */
    public MovableClock clock() {
        return clock;
    }

    /** Who issues auth results here. */
    public KnownResults authPlugin() {
        return authPlugin;
    }

    /** What has happened, in order. */
    public List<SessionEvent> events() {
        return events;
    }

    /** What auth plugins were told, in order: {@code user_active} or {@code logout}, a blank, and the session URL. */
    public List<String> feedback() {
        return feedback;
    }

    /** A session that is yet to start. */
    public ASession aSession() {
        return new ASession(this);
    }

    /** From now on every question to the store fails. */
    public void storeGoesDown() {
        store.goesDown();
    }

    /** The store answers again, and has forgotten nothing. */
    public void storeComesBack() {
        store.comesBack();
    }

    private final class Recorder implements SessionFeedback {
        @Override
        public void userActive(URI sessionUrl) {
            feedback.add("user_active " + sessionUrl);
        }

        @Override
        public void logout(URI sessionUrl) {
            feedback.add("logout " + sessionUrl);
        }
    }
}
