package nl.idcontact.telephony.domain.tck;

import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.SessionStore;

/**
 * What any {@link SessionStore} must pass. Extend it and say how an empty store is made; add {@link SessionStoreModelContract}
 * for sequences that nobody thought of.
 */
public abstract class SessionStoreContract
        implements StartRules, ResultRules, LinkRules, AttemptRules, LifeRules, FollowRules, RotationRules, RaceRules {
    private Scene scene;

    /** Makes a store with nothing in it. Called once a test. */
    protected abstract SessionStore newStore(Lifetime lifetime);

    /** Synchronized, since those who race may be the first to ask. */
    @Override
    public final synchronized Scene scene() {
        if (scene == null) {
            scene = Scene.atNoon(newStore(Scene.LIFETIME));
        }
        return scene;
    }
}
