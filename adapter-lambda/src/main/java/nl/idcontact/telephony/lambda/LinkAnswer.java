package nl.idcontact.telephony.lambda;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the flow is told of the backend's answer. */
final class LinkAnswer {
    private LinkAnswer() {}

    /** @throws BackendFailure for every answer that is neither a link nor a wrong code */
    static Map<String, String> of(Reply reply) {
        return switch (reply.status) {
            case 200 -> linked(members(reply));
            case 404 -> wrongCode(members(reply));
            case 429 -> notLinked("too_many_attempts", 0);
            default -> throw new BackendFailure("The backend answered " + reply.status);
        };
    }

    private static Map<String, String> linked(Map<String, Object> members) {
        if (members.get("purpose") instanceof String purpose
                && members.get("release_token") instanceof String token
                && !token.isBlank()) {
            Map<String, String> answer = new LinkedHashMap<>();
            answer.put("linked", "true");
            answer.put("purpose", purpose);
            answer.put("releaseToken", token);
            return answer;
        }
        throw new BackendFailure("The backend answered 200 without a purpose and a release token");
    }

    /** A 404 without the attempts comes from somewhere else: a wrong address, say, which is no fault of the caller. */
    private static Map<String, String> wrongCode(Map<String, Object> members) {
        if (members.get("attempts_left") instanceof Long left && left >= 0) {
            return notLinked(left == 0 ? "too_many_attempts" : "unknown_code", left);
        }
        throw new BackendFailure("The backend answered 404 without telling the attempts left; is CALL_URL right?");
    }

    private static Map<String, String> notLinked(String reason, long attemptsLeft) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("linked", "false");
        answer.put("reason", reason);
        answer.put("attemptsLeft", Long.toString(attemptsLeft));
        return answer;
    }

    private static Map<String, Object> members(Reply reply) {
        try {
            return Json.read(reply.body);
        } catch (IllegalArgumentException e) {
            throw new BackendFailure("The backend answered " + reply.status + " without a JSON object");
        }
    }
}
