/** The life of a telephone session with verified attributes; start reading at {@link nl.idcontact.telephony.domain.SessionDomain}. */
@NullMarked
package nl.idcontact.telephony.domain;

import org.jspecify.annotations.NullMarked;
