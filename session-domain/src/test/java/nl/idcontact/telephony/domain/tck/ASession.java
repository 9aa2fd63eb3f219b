package nl.idcontact.telephony.domain.tck;

import java.time.Instant;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.AttributeRelease;
import nl.idcontact.telephony.domain.model.Attributes;
import nl.idcontact.telephony.domain.model.AuthResult;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.model.DtmfCode;
import nl.idcontact.telephony.domain.model.PhoneSessionId;
import nl.idcontact.telephony.domain.model.ReleaseToken;
import nl.idcontact.telephony.domain.model.ResultCode;
import nl.idcontact.telephony.domain.usecase.LinkResult;
import nl.idcontact.telephony.domain.usecase.ReceiveAuthResult;
import nl.idcontact.telephony.domain.usecase.StartResult;

/**
 * One session on a {@link Stage}, told as a sentence: {@code aSession().startedAt(NOON).withAuthResult(EMAIL).linkedTo(CALL)}.
 * Each step happens at once, and must succeed.
 */
public final class ASession {
    private Stage stage;
    private StartResult.Started started;
    private AuthResultToken authResultToken;
    private ReleaseToken releaseToken;

    ASession(Stage stage) {
        this.stage = stage;
    }

    /** From now on {@code instance} is asked, not the one that was asked before. */
    public ASession servedBy(Stage instance) {
        stage = instance;
        return this;
    }

    /** Moves the clock to {@code instant} and starts. */
    public ASession startedAt(Instant instant) {
        stage.clock().moveTo(instant);
        return started();
    }

    /** Starts, at the time that it is. */
    public ASession started() {
        return start(Optional.empty());
    }

    /** Starts for a resident who has logged in before. */
    public ASession startedAfterLogin(Attributes attributes) {
        authResultToken = stage.authPlugin().issue(succeeded(attributes));
        return start(Optional.of(authResultToken));
    }

    private ASession start(Optional<AuthResultToken> token) {
        StartResult result = stage.domain().startSession().start(Stage.REPORT_MOVE, token);
        started = result.match(new StartResult.Cases<>() {
            @Override
            public StartResult.Started started(StartResult.Started session) {
                return session;
            }

            @Override
            public StartResult.Started invalidAuthResult() {
                throw new AssertionError("The auth result was not accepted at the start");
            }
        });
        return this;
    }

    /** The resident logs in with success. */
    public ASession withAuthResult(Attributes attributes) {
        return with(succeeded(attributes));
    }

    /** The login fails. */
    public ASession withFailedLogin() {
        return with(new AuthResult(
                AuthResult.Status.FAILED,
                Attributes.NONE,
                Optional.of(stage.clock().instant()),
                Optional.of(Stage.SESSION_URL)));
    }

    private ASession with(AuthResult result) {
        authResultToken = stage.authPlugin().issue(result);
        if (receive(authResultToken) != ReceiveAuthResult.Result.ACCEPTED) {
            throw new AssertionError("The auth result was not accepted");
        }
        return this;
    }

    /** The caller keys in the code. */
    public ASession linkedTo(PhoneSessionId call) {
        releaseToken = stage.domain().linkCall().link(code(), call).match(new LinkResult.Cases<>() {
            @Override
            public ReleaseToken linked(LinkResult.Linked linked) {
                return linked.releaseToken();
            }

            @Override
            public ReleaseToken unknownCode(LinkResult.UnknownCode unknown) {
                throw new AssertionError("The code was not known");
            }

            @Override
            public ReleaseToken tooManyAttempts(LinkResult.TooManyAttempts tooMany) {
                throw new AssertionError("Too many attempts");
            }
        });
        return this;
    }

    /** The auth plugin posts {@code token} to this session, with whatever result. */
    public ReceiveAuthResult.Result receive(AuthResultToken token) {
        return stage.domain().receiveAuthResult().receive(resultCode().value(), token);
    }

    /** An agent asks for {@code call} with the token of the last link. */
    public AttributeRelease releasedTo(PhoneSessionId call) {
        return stage.domain().releaseAttributes().release(call, Optional.of(releaseToken()));
    }

    public DtmfCode code() {
        return started.code();
    }

    public ResultCode resultCode() {
        return started.resultCode().orElseThrow();
    }

    public AuthResultToken authResultToken() {
        return authResultToken;
    }

    public ReleaseToken releaseToken() {
        return releaseToken;
    }

    private AuthResult succeeded(Attributes attributes) {
        return new AuthResult(
                AuthResult.Status.SUCCESS,
                attributes,
                Optional.of(stage.clock().instant()),
                Optional.of(Stage.SESSION_URL));
    }
}
