package nl.idcontact.telephony.app.bench;

/** One question that the benchmark answers. */
interface Part {
    /** About how long it takes, in seconds. */
    double expectedSeconds();

    /** Measures, and tells {@code report}. */
    void run(Report report, Progress progress) throws Exception;
}
