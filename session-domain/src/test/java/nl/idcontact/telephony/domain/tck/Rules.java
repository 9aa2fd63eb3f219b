package nl.idcontact.telephony.domain.tck;

import java.time.Duration;
import nl.idcontact.telephony.domain.port.LinkOutcome;
import nl.idcontact.telephony.domain.port.LinkOutcome.UnknownCode;

/** A part of the rulebook. */
interface Rules {
    Duration TTL = Scene.LIFETIME.ttl();
    Duration MAX_AGE = Scene.LIFETIME.maxAge();
    Duration A_SECOND = Duration.ofSeconds(1);
    Duration A_MICROSECOND = Duration.ofNanos(1000);

    /** An empty store at noon, the same one throughout a test. */
    Scene scene();

    static LinkOutcome unknownCode(int attemptsLeft) {
        return new UnknownCode(attemptsLeft);
    }
}
