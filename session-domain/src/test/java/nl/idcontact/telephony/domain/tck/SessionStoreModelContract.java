package nl.idcontact.telephony.domain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.model.Lifetime;
import nl.idcontact.telephony.domain.port.SessionStore;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * Takes random steps with a {@link SessionStore} and a {@link SessionModel} side by side, while time passes and keys rotate:
 * both must always answer alike. A failure names the seed; {@code -Dtelephony.seed=...} walks the same way again.
 */
public abstract class SessionStoreModelContract {
    private static final int WALKS = 20;
    private static final int STEPS = 250;
    private static final int STEPS_SHOWN = 25;

    /** Makes a store with nothing in it. Called once a test. */
    protected abstract SessionStore newStore(Lifetime lifetime);

    @RepeatedTest(WALKS)
    void anUnforeseenWalk() {
        walk(Long.getLong("telephony.seed", new Random().nextLong()));
    }

    /** The same walk every time, so that a build does not depend on luck alone. */
    @Test
    void aKnownWalk() {
        walk(20260302L);
    }

    private void walk(long seed) {
        Random random = new Random(seed);
        AttemptLimits limits = new AttemptLimits(3, random.nextBoolean() ? 0 : 4);
        SessionModel model = new SessionModel(Scene.LIFETIME, limits);
        RandomSteps steps = new RandomSteps(random, limits);
        Scene scene = Scene.atNoon(newStore(Scene.LIFETIME));
        Deque<String> way = new ArrayDeque<>();
        for (int number = 0; number < STEPS; number++) {
            scene = scene.after(steps.pause()).under(steps.keys());
            RandomSteps.Step step = steps.next();
            way.add(scene.now() + " " + step.words());
            if (way.size() > STEPS_SHOWN) {
                way.remove();
            }
            assertThat(step.store().apply(scene))
                    .as("seed %d, step %d; limits %s; last steps:%n%s", seed, number, limits, String.join("\n", way))
                    .isEqualTo(step.model().apply(model, scene.now()));
        }
    }
}
