package nl.idcontact.telephony.http;

import java.util.function.Supplier;

/** What is behind an address. */
@FunctionalInterface
interface Endpoint {
    /**
     * Checks and reads a request, without waiting for anything.
     *
     * @return the rest of the work, which may wait for the store
     * @throws Refused if the request is not acceptable
     */
    Supplier<Answer> accept(Incoming request);
}
