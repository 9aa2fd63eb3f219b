/** How nothing secret reaches a store: fingerprints, sealed results and release tokens, all derived from the decryption keys. */
@NullMarked
package nl.idcontact.telephony.domain.secrecy;

import org.jspecify.annotations.NullMarked;
