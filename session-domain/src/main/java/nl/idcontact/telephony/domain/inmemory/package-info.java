/** The store for those who embed the domain without a database. */
@NullMarked
package nl.idcontact.telephony.domain.inmemory;

import org.jspecify.annotations.NullMarked;
