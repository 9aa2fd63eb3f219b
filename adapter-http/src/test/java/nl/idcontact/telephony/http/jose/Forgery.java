package nl.idcontact.telephony.http.jose;

import com.nimbusds.jose.util.Base64URL;

/** Compact serializations of any parts. */
final class Forgery {
    private Forgery() {}

    /** Each part as text, put into base64url and joined. */
    static String of(String... parts) {
        StringBuilder compact = new StringBuilder();
        for (String part : parts) {
            compact.append(compact.isEmpty() ? "" : ".").append(Base64URL.encode(part));
        }
        return compact.toString();
    }

    /** The same token with another header. */
    static String withHeader(String compact, String json) {
        return Base64URL.encode(json) + compact.substring(compact.indexOf('.'));
    }

    /** The header of a token, as JSON text. */
    static String header(String compact) {
        return new Base64URL(compact.substring(0, compact.indexOf('.'))).decodeToString();
    }

    /** The payload of a signed token, as JSON text. */
    static String payload(String signed) {
        return new Base64URL(signed.split("\\.")[1]).decodeToString();
    }
}
