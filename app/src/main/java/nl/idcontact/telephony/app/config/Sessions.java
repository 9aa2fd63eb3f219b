package nl.idcontact.telephony.app.config;

/** The rules of sessions, from the number to call to the end of their lives. */
public record Sessions(Telephone telephone, CodeLengths codes, Link link, Release release, Lifetime lifetime) {}
