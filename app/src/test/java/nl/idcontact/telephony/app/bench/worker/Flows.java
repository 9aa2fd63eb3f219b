package nl.idcontact.telephony.app.bench.worker;

/** A way to make flows. */
@FunctionalInterface
interface Flows {
    /** One more caller. */
    Caller caller() throws Exception;
}
