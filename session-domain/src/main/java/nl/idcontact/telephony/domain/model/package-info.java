/** What a session is: small values that check themselves, and the results of what may happen to them. */
@NullMarked
package nl.idcontact.telephony.domain.model;

import org.jspecify.annotations.NullMarked;
