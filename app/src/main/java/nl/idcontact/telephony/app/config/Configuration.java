package nl.idcontact.telephony.app.config;

/** All that the operator configures, checked. Its {@code toString} shows no secret. */
public record Configuration(Server server, Keys keys, DatabaseAddress database, Sessions sessions, Pages pages) {}
