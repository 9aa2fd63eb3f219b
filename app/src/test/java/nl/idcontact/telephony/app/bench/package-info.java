/**
 * The benchmark: the server beside its own floor, in one run. {@code docs/performance.md} tells how to repeat it and what came
 * of it.
 */
package nl.idcontact.telephony.app.bench;
