/** Opens auth results with Nimbus JOSE + JWT. Knows the domain, the JDK, Nimbus and Jackson's streaming parser; no web server. */
@NullMarked
package nl.idcontact.telephony.http.jose;

import org.jspecify.annotations.NullMarked;
