/**
 * The Amazon Connect entry point: the event of a contact flow goes in, the backend's {@code /link_phone} is asked, a flat map
 * of strings comes out.
 *
 * <p>A caller waits in silence while this starts, so everything here is chosen by its cost on a cold JVM: no framework, no
 * JSON library, {@link java.net.HttpURLConnection} and few classes. {@code docs/performance-lambda.md} has the figures.
 */
@NullMarked
package nl.idcontact.telephony.lambda;

import org.jspecify.annotations.NullMarked;
