package nl.idcontact.telephony.domain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.ResultCode;
import nl.idcontact.telephony.domain.port.LinkOutcome.Linked;
import nl.idcontact.telephony.domain.port.SessionStore.CreateOutcome;
import nl.idcontact.telephony.domain.port.SessionStore.ReceiveOutcome;
import org.jspecify.annotations.Nullable;

/** A session that a test starts from: {@code aSession().withCode("1234").withAuthResult("jwe").linkedTo("call").stored()}. */
public final class SessionFixture {
    private final Scene scene;
    private String resultCode = "result-1";
    private String code = "1234";
    private @Nullable String token;
    private @Nullable String call;

    private SessionFixture(Scene scene) {
        this.scene = scene;
    }

    static SessionFixture in(Scene scene) {
        return new SessionFixture(scene);
    }

    public SessionFixture withResultCode(String text) {
        this.resultCode = text;
        return this;
    }

    public SessionFixture withCode(String digits) {
        this.code = digits;
        return this;
    }

    public SessionFixture withAuthResult(String text) {
        this.token = text;
        return this;
    }

    public SessionFixture linkedTo(String id) {
        this.call = id;
        return this;
    }

    /** Takes the steps that lead there, all at the scene's moment. */
    public Fingerprint<ResultCode> stored() {
        assertThat(scene.create(resultCode, code)).isEqualTo(CreateOutcome.CREATED);
        if (token != null) {
            assertThat(scene.receive(resultCode, token)).isEqualTo(ReceiveOutcome.STORED);
        }
        if (call != null) {
            assertThat(scene.link(code, call)).isInstanceOf(Linked.class);
        }
        return scene.name(resultCode);
    }
}
