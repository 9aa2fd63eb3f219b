package nl.idcontact.telephony.http;

/** Every problem that can be met. */
final class Problems {
    static final Problem MALFORMED_REQUEST = Problem.of(
            400,
            "malformed-request",
            "Malformed request",
            "The request is not what this address takes; see its description.");
    static final Problem INVALID_AUTH_RESULT =
            Problem.of(400, "invalid-auth-result", "Invalid auth result", "The auth result is not acceptable.");
    static final Problem UNAUTHORIZED =
            Problem.of(401, "unauthorized", "Unauthorized", "The bearer token is missing or not accepted.");
    static final Problem NOT_FOUND = Problem.of(404, "not-found", "Not found", "There is nothing at this address.");
    static final Problem UNKNOWN_SESSION =
            Problem.of(404, "unknown-session", "Unknown session", "There is no such session, or not any more.");
    static final Problem UNKNOWN_CODE =
            Problem.of(404, "unknown-code", "Unknown code", "No session for this call has this code.");
    static final Problem METHOD_NOT_ALLOWED =
            Problem.of(405, "method-not-allowed", "Method not allowed", "This address does not take this method.");
    static final Problem REQUEST_TIMEOUT =
            Problem.of(408, "request-timeout", "Request timeout", "The request did not arrive in time.");
    static final Problem ALREADY_RECEIVED = Problem.of(
            409,
            "auth-result-already-received",
            "Auth result already received",
            "The session has an auth result already, and the first one is final.");
    static final Problem BODY_TOO_LARGE =
            Problem.of(413, "body-too-large", "Body too large", "The body has more than 65536 bytes.");
    static final Problem URI_TOO_LONG =
            Problem.of(414, "uri-too-long", "URI too long", "The request's address is too long.");
    static final Problem UNSUPPORTED_MEDIA_TYPE =
            Problem.of(415, "unsupported-media-type", "Unsupported media type", "This address takes application/json.");
    static final Problem TOO_MANY_ATTEMPTS =
            Problem.of(429, "too-many-attempts", "Too many attempts", "Too many wrong codes were keyed in.");
    static final Problem HEADERS_TOO_LARGE =
            Problem.of(431, "headers-too-large", "Headers too large", "The request's headers are too large.");
    static final Problem INTERNAL_ERROR =
            Problem.of(500, "internal-error", "Internal error", "Something went wrong here; it has been logged.");
    static final Problem STORE_UNAVAILABLE = Problem.of(
            503, "store-unavailable", "Store unavailable", "Sessions cannot be reached at the moment; try again soon.");
    static final Problem CODES_EXHAUSTED =
            Problem.of(503, "codes-exhausted", "Codes exhausted", "No free code was found; try again later.");
    static final Problem TOO_MANY_STREAMS = Problem.of(
            503, "too-many-streams", "Too many streams", "No more event streams can be opened here; try again later.");

    private Problems() {}
}
