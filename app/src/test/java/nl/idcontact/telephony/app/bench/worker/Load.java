package nl.idcontact.telephony.app.bench.worker;

/** Many callers at once, each beginning the next flow when the last one is done. */
interface Load {
    /** Longer than any run. */
    long FOR_EVER = Long.MAX_VALUE / 1_000_000;

    /** Makes so many flows, or as many as fit into so many milliseconds. */
    RunResult run(long atMost, long millis) throws Exception;
}
