/**
 * The compatibility kit: what every store ({@link nl.idcontact.telephony.domain.tck.SessionStoreContract}, {@link
 * nl.idcontact.telephony.domain.tck.SessionStoreModelContract}) and every telephony side ({@link
 * nl.idcontact.telephony.domain.tck.TelephonySideContract}) must pass, and the {@link
 * nl.idcontact.telephony.domain.tck.Stage} on which telephony sides are tried.
 */
package nl.idcontact.telephony.domain.tck;
