package nl.idcontact.telephony.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that has arrived in full.
 *
 * @param authorization all its {@code Authorization} headers
 * @param contentType its {@code Content-Type}
 * @param path what stood at the places of the address that vary, decoded
 * @param body its body, of no bytes if there was none
 */
record Incoming(List<String> authorization, Optional<String> contentType, Map<String, String> path, byte[] body) {
    @Override
    public String toString() {
        return "Incoming[***]";
    }
}
