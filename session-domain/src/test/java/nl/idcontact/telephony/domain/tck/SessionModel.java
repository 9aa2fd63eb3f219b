package nl.idcontact.telephony.domain.tck;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.model.Lifetime;
import org.jspecify.annotations.Nullable;

/**
 * What a store does, as simply as it can be said: a list, plain words, no keys, one thread. It never forgets a session: what
 * has expired is only skipped.
 */
final class SessionModel {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Lifetime lifetime;
    private final AttemptLimits limits;
    private final List<Session> sessions = new ArrayList<>();
    private final Map<String, List<Instant>> misses = new HashMap<>();
    private final List<Instant> wrongCodes = new ArrayList<>();

    SessionModel(Lifetime lifetime, AttemptLimits limits) {
        this.lifetime = lifetime;
        this.limits = limits;
    }

    private static final class Session {
        final String resultCode;
        final String code;
        final Instant start;
        Instant activity;

        @Nullable
        String token;

        @Nullable
        String call;

        @Nullable
        Instant linked;

        @Nullable
        Instant feedback;

        Session(String resultCode, String code, Instant start) {
            this.resultCode = resultCode;
            this.code = code;
            this.start = start;
            this.activity = start;
        }
    }

    private Optional<Session> live(Instant now, Predicate<Session> which) {
        return sessions.stream()
                .filter(session -> lifetime.isLive(session.start, session.activity, now))
                .filter(which)
                .findFirst();
    }

    private Optional<Session> named(String resultCode, Instant now) {
        return live(now, session -> session.resultCode.equals(resultCode));
    }

    String create(String resultCode, String code, Instant now) {
        if (live(now, session -> session.code.equals(code)).isPresent()) {
            return "CODE_TAKEN";
        }
        sessions.add(new Session(resultCode, code, now));
        return "CREATED";
    }

    String receive(String resultCode, String token, Instant now) {
        Optional<Session> found = named(resultCode, now);
        if (found.isEmpty()) {
            return "UNKNOWN_SESSION";
        }
        Session session = found.get();
        if (session.token != null) {
            return session.token.equals(token) ? "REPEATED" : "ALREADY_RECEIVED";
        }
        session.token = token;
        session.activity = now;
        return "STORED";
    }

    String link(String code, String call, Instant now) {
        List<Instant> missed = misses.computeIfAbsent(call, unseen -> new ArrayList<>());
        if (!missed.isEmpty() && !now.isBefore(missed.get(missed.size() - 1).plus(lifetime.ttl()))) {
            missed.clear();
        }
        if (missed.size() >= limits.perCall()) {
            return "too many attempts";
        }
        wrongCodes.removeIf(miss -> !now.isBefore(miss.plus(MINUTE)));
        if (limits.perMinute() > 0 && wrongCodes.size() >= limits.perMinute()) {
            return "too many wrong codes for "
                    + Duration.between(now, wrongCodes.get(0).plus(MINUTE));
        }
        Optional<Session> held = live(now, session -> call.equals(session.call));
        Optional<Session> meant = live(now, session -> session.code.equals(code));
        boolean repeated = meant.isPresent() && held.equals(meant);
        if (meant.isEmpty() || !repeated && (held.isPresent() || meant.get().call != null)) {
            missed.add(now);
            wrongCodes.add(now);
            return "unknown code, " + (limits.perCall() - missed.size()) + " left";
        }
        Session session = meant.get();
        session.call = call;
        session.linked = repeated ? session.linked : now;
        session.activity = now;
        return "linked " + session.start + (repeated ? " again" : "");
    }

    String find(String call, Instant now) {
        return live(now, session -> call.equals(session.call))
                .map(session -> describe(
                        Optional.ofNullable(session.token),
                        Objects.requireNonNull(session.linked),
                        session.activity,
                        lifetime.end(session.start, session.activity)))
                .orElse("nothing");
    }

    static String describe(Optional<?> result, Instant linked, Instant activity, Instant end) {
        return "result " + result.isPresent() + ", linked " + linked + ", active " + activity + ", ends " + end;
    }

    String touch(String resultCode, Instant now) {
        Optional<Session> found = named(resultCode, now);
        if (found.isEmpty()) {
            return "GONE";
        }
        Session session = found.get();
        session.activity = now;
        if (session.token == null) {
            return "RENEWED";
        }
        if (session.feedback != null && now.isBefore(session.feedback.plus(MINUTE))) {
            return "RENEWED";
        }
        session.feedback = now;
        return "RENEWED_FEEDBACK_DUE";
    }

    String end(String resultCode, Instant now) {
        Optional<Session> found = named(resultCode, now);
        found.ifPresent(sessions::remove);
        return String.valueOf(found.isPresent());
    }
}
