package nl.idcontact.telephony.app.bench.worker;

import java.io.IOException;

/** One of many who call at once; belongs to one thread. */
interface Caller extends AutoCloseable {
    /** Makes one flow: start, auth result, link and read. Whatever is not as it should be is an exception. */
    void flow(Latencies latencies) throws Exception;

    @Override
    default void close() throws IOException {}
}
