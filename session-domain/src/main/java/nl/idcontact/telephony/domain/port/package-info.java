/** What the domain asks of the outside: a store, an opener of auth results, a way back to the auth plugin, a listener. */
@NullMarked
package nl.idcontact.telephony.domain.port;

import org.jspecify.annotations.NullMarked;
