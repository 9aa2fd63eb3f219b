package nl.idcontact.telephony.domain.asterisk;

import static nl.idcontact.telephony.domain.tck.Stage.CALL;
import static nl.idcontact.telephony.domain.tck.Stage.REPORT_MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.idcontact.telephony.domain.SessionDomain;
import nl.idcontact.telephony.domain.tck.ASession;
import nl.idcontact.telephony.domain.tck.Stage;
import nl.idcontact.telephony.domain.tck.TelephonySide;
import nl.idcontact.telephony.domain.tck.TelephonySideContract;
import org.junit.jupiter.api.Test;

/** The proof that the domain serves telephony that is not Amazon Connect: Asterisk keeps to the same contract. */
class AsteriskSideTest extends TelephonySideContract {
    @Override
    protected TelephonySide telephonySide(SessionDomain domain) throws Exception {
        return new AsteriskSide(domain.linkCall());
    }

    @Test
    void asksAgainInTheSameCallAndLeavesTheOutcomeToTheDialPlan() throws Exception {
        Stage stage = new Stage();
        ASession session = stage.aSession().started();
        try (AsteriskSide side = new AsteriskSide(stage.domain().linkCall())) {
            PlayedAsterisk call = side.play(CALL, List.of("123", session.code().digits() + "#"));

            assertThat(call.commands()).startsWith("ANSWER", "GET", "STREAM", "GET");
            assertThat(call.variables())
                    .containsEntry(LinkPhoneDialogue.STATUS, "LINKED")
                    .containsEntry(LinkPhoneDialogue.PURPOSE, REPORT_MOVE.tag())
                    .containsKey(LinkPhoneDialogue.RELEASE_TOKEN);
        }
    }

    @Test
    void tellsTheDialPlanWhyACallWasNotLinked() throws Exception {
        try (AsteriskSide side = new AsteriskSide(new Stage().domain().linkCall())) {
            assertThat(status(side)).isEqualTo("NO_CODE");
            assertThat(status(side, "1", "2", "3")).isEqualTo("UNKNOWN_CODE");
            assertThat(status(side, "4")).isEqualTo("TOO_MANY_ATTEMPTS");
        }
    }

    private static String status(AsteriskSide side, String... keyedIn) throws Exception {
        return side.play(CALL, List.of(keyedIn)).variables().get(LinkPhoneDialogue.STATUS);
    }
}
