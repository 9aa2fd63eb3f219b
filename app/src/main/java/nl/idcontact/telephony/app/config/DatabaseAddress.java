package nl.idcontact.telephony.app.config;

import java.util.Optional;

/**
 * Where the database is and who we are there.
 *
 * @param jdbcUrl the address for the PostgreSQL driver, without user and password
 * @param user who we are, if the address says so
 * @param password how we prove it, if the address says so
 */
public record DatabaseAddress(String jdbcUrl, Optional<String> user, Optional<Secret> password) {}
