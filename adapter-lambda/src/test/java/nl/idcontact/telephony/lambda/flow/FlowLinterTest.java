package nl.idcontact.telephony.lambda.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowLinterTest {
    private final String delivered = ContactFlow.delivered().toString();

    @Test
    void findsNothingInTheDeliveredFlow() {
        assertThat(FlowLinter.problems(ContactFlow.delivered())).isEmpty();
    }

    /** Each spoils the delivered flow in one way. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Identifier\" : \"busy\"       | \"Identifier\" : \"queue\"      | more than one action",
                "\"Identifier\" : \"busy\"       | \"Identifier\" : \"bu$sy\"      | not an identifier",
                "\"StartAction\" : \"log-off\"   | \"StartAction\" : \"nowhere\"   | no action is called nowhere",
                "\"NextAction\" : \"voice\"      | \"NextAction\" : \"hours\"      | voice: is never reached",
                "\"NextAction\" : \"is-linked\"  | \"NextAction\" : \"gone\"       | link: leads to gone",
                "\"ErrorType\" : \"QueueAtCapacity\" | \"ErrorType\" : \"Full\"    | to-queue: has transitions",
                "\"DoneLooping\"                 | \"Done\"                        | tries: has conditions",
                "\"QueueId\"                     | \"Queue\"                       | queue: lacks the parameter QueueId",
                "\"QueueId\"                     | \"Queue\"                       | queue: has the unknown parameter Queue",
                "\"LoopCount\" : \"2\"           | \"LoopCount\" : 2               | tries: 2 is not written as a string",
                "\"LoopCount\" : \"2\"           | \"LoopCount\" : \"many\"        | tries: has a value of LoopCount",
                "\"InvocationTimeLimitSeconds\" : \"8\" | \"InvocationTimeLimitSeconds\" : \"9\" | link: has a value of Invoc",
                "\"Type\" : \"Loop\"             | \"Type\" : \"Lopp\"             | tries: unknown type Lopp",
                "\"2019-10-30\"                  | \"2020\"                        | Version",
                "\"Type\" : \"DisconnectParticipant\" | \"Type\" : \"Hangup\"      | end: never comes to an end",
            })
    void findsWhatIsWrong(String right, String wrong, String problem) {
        assertThat(delivered).contains(right);

        assertThat(FlowLinter.problems(ContactFlow.load(delivered.replace(right, wrong))))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    @Test
    void noCodeEverBecomesAContactAttribute() {
        for (FlowAction action : ContactFlow.delivered().actions()) {
            if (action.type().equals("UpdateContactAttributes")) {
                assertThat(action.parameters().toString()).doesNotContain("StoredCustomerInput");
            }
        }
    }
}
