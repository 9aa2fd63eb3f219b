package nl.idcontact.telephony.domain.model;

/**
 * A state that a session is or was in, by which the store that it comes from, and nobody else, tells whether the session has
 * changed since. Equal to another one of the same state.
 */
public interface SessionVersion {}
