package nl.idcontact.telephony.domain.model;

import java.time.Instant;

/**
 * What the phone session that keyed in the code may know of its session, login or not.
 *
 * @param purpose what the resident calls about
 * @param linkedAt when the code was keyed in first
 * @param logoutAvailable whether the auth plugin wants to be told of a logout
 * @param watch what a follower of later changes shows to ask for them
 */
public record LinkedSession(Purpose purpose, Instant linkedAt, boolean logoutAvailable, Watch watch) {}
