package nl.idcontact.telephony.http;

import java.util.List;
import java.util.stream.Collectors;

/** Which powerful features of browsers a page may use or pass on (W3C Permissions Policy). */
final class PermissionsPolicy {
    /** What a softphone asks for, as Amazon Connect's own library passes it on. */
    private static final List<String> SOFTPHONE =
            List.of("microphone", "autoplay", "clipboard-write", "identity-credentials-get");

    private static final String NOTHING_ELSE =
            "geolocation=(), payment=(), usb=(), serial=(), hid=(), display-capture=()";

    private PermissionsPolicy() {}

    /** The page with the attributes copies them to the clipboard. */
    static String ofAttributeUi() {
        return "clipboard-write=(self), camera=(), microphone=(), " + NOTHING_ELSE;
    }

    /** The page around the softphone lends it what it needs. */
    static String ofConnectUi(PageSettings settings) {
        String allowed = ContentSecurityPolicy.origin(settings.softphone().ccpUrl())
                .map(softphone -> "(self \"" + softphone + "\")")
                .orElse("(self)");
        String lent = SOFTPHONE.stream().map(feature -> feature + "=" + allowed).collect(Collectors.joining(", "));
        return lent + ", camera=(), " + NOTHING_ELSE;
    }
}
