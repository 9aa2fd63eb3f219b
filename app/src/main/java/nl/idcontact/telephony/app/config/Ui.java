package nl.idcontact.telephony.app.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What surrounds the pages.
 *
 * @param frameAncestors origins that may embed them, besides the server's own
 * @param ccpUrl the softphone that the agent's page embeds
 * @param region the region of the Amazon Connect instance
 * @param stylesheet design tokens of the organisation: an absolute address, or a path on the pages' own origin
 */
public record Ui(
        List<String> frameAncestors, Optional<URI> ccpUrl, Optional<String> region, Optional<URI> stylesheet) {}
