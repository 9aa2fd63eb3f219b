package nl.idcontact.telephony.http;

/**
 * Where work is done.
 *
 * @param lifecycle whether it goes on
 * @param store what waits for the store
 * @param readiness the question whether the store answers; apart, so that it is asked when everything else waits
 * @param streams the open event streams
 */
record Workplace(Lifecycle lifecycle, Dispatcher store, Dispatcher readiness, EventStreams streams) {}
