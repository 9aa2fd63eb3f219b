package nl.idcontact.telephony.domain.inmemory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.Fingerprints;
import nl.idcontact.telephony.domain.model.PhoneSessionId;

/** Wrong codes that were keyed in, by call and in the last minute; their store guards them. */
final class Misses {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Duration memory;
    private final Map<Fingerprint<PhoneSessionId>, Count> byCall = new HashMap<>();
    private final Deque<Instant> recent = new ArrayDeque<>();

    Misses(Duration memory) {
        this.memory = memory;
    }

    int of(Fingerprints<PhoneSessionId> call, Instant now) {
        return call.all().stream()
                .map(byCall::get)
                .filter(count -> count != null && isRemembered(count, now))
                .mapToInt(count -> count.number)
                .sum();
    }

    /** How long until one more wrong code is borne; nothing if one is borne now. */
    Optional<Duration> untilNextIsBorne(AttemptLimits limits, Instant now) {
        if (limits.perMinute() == 0) {
            return Optional.empty();
        }
        recent.removeIf(at -> !at.plus(WINDOW).isAfter(now));
        int tooMany = recent.size() - limits.perMinute();
        return tooMany < 0
                ? Optional.empty()
                : recent.stream().skip(tooMany).findFirst().map(at -> Duration.between(now, at.plus(WINDOW)));
    }

    void add(Fingerprints<PhoneSessionId> call, AttemptLimits limits, Instant now) {
        // One count a call, whichever keys it was made under: it is remembered or forgotten as a whole.
        Count count = new Count(of(call, now) + 1, now);
        call.all().forEach(byCall::remove);
        byCall.put(call.current(), count);
        if (limits.perMinute() > 0) {
            recent.addLast(now);
        }
    }

    void forget(Instant now) {
        byCall.values().removeIf(count -> !isRemembered(count, now));
    }

    private boolean isRemembered(Count count, Instant now) {
        return now.isBefore(count.last.plus(memory));
    }

    private record Count(int number, Instant last) {}
}
