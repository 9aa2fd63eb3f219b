/** The HTTP face of telephony, on Vert.x: the table of addresses, one handler an endpoint, JSON shapes and event streams. */
@NullMarked
package nl.idcontact.telephony.http;

import org.jspecify.annotations.NullMarked;
