package nl.idcontact.telephony.http;

/** What becomes of a request. */
@FunctionalInterface
interface Answer {
    /** Gives itself to {@code exchange}, on the event loop. */
    void to(Exchange exchange);
}
