package nl.idcontact.telephony.app.config;

import java.net.URI;
import java.util.Optional;

/**
 * How the server stands in its surroundings.
 *
 * @param listeners where it listens
 * @param internalUrl the base of {@code attr_url}, without a slash at its end
 * @param externalUrl the base of the addresses that browsers use, likewise; if absent, the internal one
 * @param log how it logs
 */
public record Server(Listeners listeners, URI internalUrl, Optional<URI> externalUrl, Log log) {}
