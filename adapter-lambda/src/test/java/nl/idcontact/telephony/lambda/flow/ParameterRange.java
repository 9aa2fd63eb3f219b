package nl.idcontact.telephony.lambda.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** The values that the flow language allows a parameter; references ({@code $.…}) and absent ones pass. */
record ParameterRange(String type, String path, String pattern) {
    private static final List<ParameterRange> ALL = List.of(
            new ParameterRange("GetParticipantInput", "StoreInput", "True"),
            new ParameterRange("GetParticipantInput", "InputTimeLimitSeconds", "[1-9]|[1-9][0-9]|1[0-7][0-9]|180"),
            new ParameterRange(
                    "GetParticipantInput", "InputValidation/CustomValidation/MaximumLength", "[1-9]|[1-9][0-9]|100"),
            new ParameterRange("GetParticipantInput", "DTMFConfiguration/InputTerminationSequence", "[0-9#*]{1,5}"),
            new ParameterRange("GetParticipantInput", "DTMFConfiguration/DisableCancelKey", "True|False"),
            new ParameterRange(
                    "GetParticipantInput", "DTMFConfiguration/InterdigitTimeLimitSeconds", "[1-9]|1[0-9]|20"),
            new ParameterRange("GetParticipantInput", "InputEncryption/EncryptionKeyId", ".+"),
            new ParameterRange("GetParticipantInput", "InputEncryption/Key", "(?s)-----BEGIN CERTIFICATE-----\n.+"),
            new ParameterRange("InvokeLambdaFunction", "InvocationTimeLimitSeconds", "[1-8]"),
            new ParameterRange("InvokeLambdaFunction", "InvocationType", "SYNCHRONOUS|ASYNCHRONOUS"),
            new ParameterRange("InvokeLambdaFunction", "ResponseValidation/ResponseType", "STRING_MAP|JSON"),
            new ParameterRange("UpdateContactAttributes", "TargetContact", "Current|Related"),
            new ParameterRange("Compare", "ComparisonValue", "\\$\\.[A-Za-z]+(\\.[A-Za-z0-9_-]+)*"),
            new ParameterRange("Loop", "LoopCount", "[0-9]|[1-9][0-9]|100"),
            new ParameterRange("UpdateFlowLoggingBehavior", "FlowLoggingBehavior", "Enabled|Disabled"));

    static Stream<String> problems(FlowAction action) {
        return ALL.stream()
                .filter(range -> range.type.equals(action.type()))
                .filter(range -> !range.allows(action.parameters().at("/" + range.path)))
                .map(range -> "has a value of " + range.path + " that is not allowed");
    }

    private boolean allows(JsonNode value) {
        return value.isMissingNode()
                || value.asText().matches(pattern)
                || !pattern.startsWith("\\$") && value.asText().startsWith("$.");
    }
}
