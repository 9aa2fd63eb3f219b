package nl.idcontact.telephony.http;

import java.time.Duration;
import nl.idcontact.telephony.domain.model.AttributeRelease;
import nl.idcontact.telephony.domain.model.Purpose;
import nl.idcontact.telephony.domain.port.StoreUnavailable;
import nl.idcontact.telephony.domain.usecase.CodesExhausted;
import nl.idcontact.telephony.domain.usecase.LinkResult;
import nl.idcontact.telephony.domain.usecase.ReceiveAuthResult;
import nl.idcontact.telephony.domain.usecase.StartResult;
import nl.idcontact.telephony.http.HttpSettings.Telephone;
import nl.idcontact.telephony.http.Shapes.StartAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From outcomes to HTTP. */
final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final String RETRY_AFTER = "Retry-After";

    private Replies() {}

    static Reply of(StartResult result, Purpose purpose, Telephone telephone) {
        return result.match(new StartResult.Cases<>() {
            @Override
            public Reply started(StartResult.Started started) {
                return Reply.json(new StartAnswer(
                        telephone.clientUrl(purpose, started.code()),
                        started.resultCode().map(telephone::attrUrl).orElse(null)));
            }

            @Override
            public Reply invalidAuthResult() {
                return Reply.problem(Problems.INVALID_AUTH_RESULT);
            }
        });
    }

    static Reply of(ReceiveAuthResult.Result result) {
        return switch (result) {
            case ACCEPTED -> Reply.empty(200);
            case INVALID_AUTH_RESULT -> Reply.problem(Problems.INVALID_AUTH_RESULT);
            case UNKNOWN_SESSION -> Reply.problem(Problems.UNKNOWN_SESSION);
            case ALREADY_RECEIVED -> Reply.problem(Problems.ALREADY_RECEIVED);
        };
    }

    static Reply of(LinkResult result) {
        return result.match(new LinkResult.Cases<>() {
            @Override
            public Reply linked(LinkResult.Linked linked) {
                return Reply.json(ShapeMapper.MAPPER.toShape(linked));
            }

            @Override
            public Reply unknownCode(LinkResult.UnknownCode unknown) {
                return Reply.problem(Problems.UNKNOWN_CODE.withAttemptsLeft(unknown.attemptsLeft()));
            }

            @Override
            public Reply tooManyAttempts(LinkResult.TooManyAttempts tooMany) {
                Reply reply = Reply.problem(Problems.TOO_MANY_ATTEMPTS);
                return tooMany.retryAfter()
                        .map(wait -> reply.with(RETRY_AFTER, seconds(wait)))
                        .orElse(reply);
            }
        });
    }

    static Reply of(AttributeRelease release) {
        return ShapeMapper.MAPPER
                .toShape(release)
                .map(Reply::json)
                .orElseGet(() -> Reply.problem(Problems.UNKNOWN_SESSION));
    }

    /** Of something done to a session, if there was one. */
    static Reply done(boolean done) {
        return done ? Reply.noContent() : Reply.problem(Problems.UNKNOWN_SESSION);
    }

    /** Asks to come back when there may be room again. */
    static Reply unavailable() {
        return Reply.problem(Problems.STORE_UNAVAILABLE).with(RETRY_AFTER, "2");
    }

    /** Of what kept a request from its outcome. What an operator should know of it is logged, without its message. */
    static Reply of(Throwable failure) {
        if (failure instanceof Refused refused) {
            return refused.reply();
        }
        if (failure instanceof StoreUnavailable) {
            return unavailable();
        }
        if (failure instanceof CodesExhausted) {
            return Reply.problem(Problems.CODES_EXHAUSTED).with(RETRY_AFTER, "60");
        }
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.error(
                "Unexpected {} at {}", failure.getClass().getName(), trace.length == 0 ? "an unknown place" : trace[0]);
        return Reply.problem(Problems.INTERNAL_ERROR);
    }

    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
