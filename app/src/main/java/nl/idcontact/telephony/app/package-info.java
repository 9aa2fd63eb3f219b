/** The server: its command line, its wiring, its timers. The only place that knows every adapter. */
@NullMarked
package nl.idcontact.telephony.app;

import org.jspecify.annotations.NullMarked;
