/** The verbs: one final class for each thing that may happen to a session. */
@NullMarked
package nl.idcontact.telephony.domain.usecase;

import org.jspecify.annotations.NullMarked;
