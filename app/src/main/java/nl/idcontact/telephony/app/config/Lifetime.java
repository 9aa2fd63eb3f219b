package nl.idcontact.telephony.app.config;

import java.time.Duration;

/**
 * How long a session lives.
 *
 * @param ttl since its last activity
 * @param maxAge since its start, whatever the activity
 */
public record Lifetime(Duration ttl, Duration maxAge) {}
