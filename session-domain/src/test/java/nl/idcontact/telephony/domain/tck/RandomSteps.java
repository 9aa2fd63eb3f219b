package nl.idcontact.telephony.domain.tck;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.idcontact.telephony.domain.model.AttemptLimits;
import nl.idcontact.telephony.domain.port.LinkOutcome;
import nl.idcontact.telephony.domain.port.LinkOutcome.Linked;
import nl.idcontact.telephony.domain.port.LinkOutcome.TooManyWrongCodes;
import nl.idcontact.telephony.domain.port.LinkOutcome.UnknownCode;
import nl.idcontact.telephony.domain.port.StoredSession;

/** Draws steps from few codes, calls and tokens, so that they often meet. */
final class RandomSteps {
    private static final List<Duration> PAUSES = List.of(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofMillis(1),
            Duration.ofSeconds(7),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Scene.LIFETIME.ttl().dividedBy(2),
            Scene.LIFETIME.ttl());

    private final Random random;
    private final AttemptLimits limits;
    private int started;

    RandomSteps(Random random, AttemptLimits limits) {
        this.random = random;
        this.limits = limits;
    }

    /**
     * A step, for the store and for the model.
     *
     * @param words what it is
     */
    record Step(String words, Function<Scene, String> store, BiFunction<SessionModel, Instant, String> model) {}

    /** How much time passes before it; none that ends a session is frequent. */
    Duration pause() {
        return random.nextInt(3) > 0 ? Duration.ZERO : PAUSES.get(random.nextInt(PAUSES.size()));
    }

    /** Keys rotate: one instance is still under the old one, another already under the new one. */
    Keyring keys() {
        return random.nextInt(10) == 0 ? Keyring.NEW_AND_OLD : Keyring.OLD_AND_NEW;
    }

    Step next() {
        String code = "100" + random.nextInt(4);
        String call = "call " + random.nextInt(4);
        String token = "token " + random.nextInt(2);
        String known = "result " + Math.max(0, started - random.nextInt(5));
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> create("result " + ++started, code);
            case 3, 4 -> receive(known, token);
            case 5, 6, 7 -> link(code, call);
            case 8 -> find(call);
            case 9 -> touch(known);
            case 10 -> end(known);
            default -> purge();
        };
    }

    private static Step create(String resultCode, String code) {
        return new Step(
                "create " + resultCode + " " + code,
                scene -> scene.create(resultCode, code).name(),
                (model, now) -> model.create(resultCode, code, now));
    }

    private static Step receive(String resultCode, String token) {
        return new Step(
                "receive " + resultCode + " " + token,
                scene -> scene.receive(resultCode, token).name(),
                (model, now) -> model.receive(resultCode, token, now));
    }

    private Step link(String code, String call) {
        return new Step(
                "link " + code + " " + call,
                scene -> scene.link(code, call, limits).match(IN_WORDS),
                (model, now) -> model.link(code, call, now));
    }

    private static Step find(String call) {
        return new Step(
                "find " + call,
                scene -> scene.find(call).map(RandomSteps::describe).orElse("nothing"),
                (model, now) -> model.find(call, now));
    }

    private static Step touch(String resultCode) {
        return new Step(
                "touch " + resultCode,
                scene -> underAnyKey(
                        scene, "GONE", either -> either.touch(resultCode).name()),
                (model, now) -> model.touch(resultCode, now));
    }

    private static Step end(String resultCode) {
        return new Step(
                "end " + resultCode,
                scene -> underAnyKey(scene, "false", either -> String.valueOf(either.end(resultCode))),
                (model, now) -> model.end(resultCode, now));
    }

    /** A purge must not be noticed. */
    private static Step purge() {
        return new Step(
                "purge",
                scene -> {
                    scene.purge(2);
                    return "";
                },
                (model, now) -> "");
    }

    /** A session's name is known from its link, whichever key it was made with. */
    private static String underAnyKey(Scene scene, String none, Function<Scene, String> step) {
        String first = step.apply(scene.under(Keyring.OLD));
        return first.equals(none) ? step.apply(scene.under(Keyring.NEW)) : first;
    }

    private static String describe(StoredSession session) {
        return SessionModel.describe(
                session.sealedResult(), session.linkedAt(), session.lastActivity(), session.expiresAt());
    }

    private static final LinkOutcome.Cases<String> IN_WORDS = new LinkOutcome.Cases<>() {
        @Override
        public String linked(Linked linked) {
            return "linked " + linked.startedAt() + (linked.repeated() ? " again" : "");
        }

        @Override
        public String unknownCode(UnknownCode unknown) {
            return "unknown code, " + unknown.attemptsLeft() + " left";
        }

        @Override
        public String tooManyAttempts() {
            return "too many attempts";
        }

        @Override
        public String tooManyWrongCodes(TooManyWrongCodes tooMany) {
            return "too many wrong codes for " + tooMany.retryAfter();
        }
    };
}
