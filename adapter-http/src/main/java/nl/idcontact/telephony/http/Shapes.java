package nl.idcontact.telephony.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON that is taken and given; names in it are written in snake case. */
final class Shapes {
    private Shapes() {}

    /** The core's wish to start a session. */
    record StartRequest(@Nullable String purpose, @Nullable String authResult) {}

    /** Where the core sends the resident, and where it expects the auth result unless it came with the start. */
    record StartAnswer(
            String clientUrl,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String attrUrl) {
        @Override
        public String toString() {
            return "StartAnswer[***]";
        }
    }

    /** A code that was keyed in, and by which call. */
    record LinkRequest(@Nullable String dtmf, @Nullable String sessionid) {
        @Override
        public String toString() {
            return "LinkRequest[***]";
        }
    }

    /** What a call gets for its code. */
    record LinkAnswer(String purpose, String releaseToken) {
        @Override
        public String toString() {
            return "LinkAnswer[***]";
        }
    }

    /** What an agent may see of a call. */
    record SessionInfo(
            String purpose, @Nullable AuthResultInfo authResult, Instant linkedAt, boolean logoutAvailable) {}

    /** The outcome of a login; attributes exactly when it succeeded. */
    record AuthResultInfo(
            String status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Map<String, String> attributes,

            @Nullable Instant authenticatedAt) {
        @Override
        public String toString() {
            return "AuthResultInfo[" + status + "]";
        }
    }

    /** How the server is. */
    record Health(String status) {}
}
