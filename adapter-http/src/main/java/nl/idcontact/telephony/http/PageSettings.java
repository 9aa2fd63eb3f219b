package nl.idcontact.telephony.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the two pages show and who may embed them.
 *
 * @param frameAncestors origins that may embed them, besides their own
 * @param softphone what the agent's page embeds
 * @param stylesheet design tokens of the organisation: an absolute address, or a path on the pages' own origin
 * @param purposeLabels names of purposes: purpose, then language tag
 * @param attributes how attributes are shown, in that order
 */
public record PageSettings(
        List<String> frameAncestors,
        Softphone softphone,
        Optional<URI> stylesheet,
        Map<String, Map<String, String>> purposeLabels,
        Map<String, AttributeLabel> attributes) {

    /** No softphone, no labels, embedded by nobody else. */
    public static final PageSettings NONE = new PageSettings(
            List.of(), new Softphone(Optional.empty(), Optional.empty()), Optional.empty(), Map.of(), Map.of());

    /**
     * The agent's softphone.
     *
     * @param ccpUrl its address
     * @param region the region of its Amazon Connect instance
     */
    public record Softphone(Optional<URI> ccpUrl, Optional<String> region) {}

    /**
     * How an attribute is shown.
     *
     * @param label its name by language tag; may be empty
     * @param masked whether it is shown only when the agent asks
     */
    public record AttributeLabel(Map<String, String> label, boolean masked) {}
}
