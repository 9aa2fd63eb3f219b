/**
 * The compatibility kit: what every store ({@code SessionStoreContract}) and every telephony side
 * ({@link nl.idcontact.telephony.domain.tck.TelephonySideContract}) must pass, and the {@link
 * nl.idcontact.telephony.domain.tck.Stage} on which they are tried.
 */
package nl.idcontact.telephony.domain.tck;
