package nl.idcontact.telephony.lambda.flow;

/** Who is on the line: hears what the flow says, and keys in digits. Called on the thread that runs the flow. */
public interface Caller {
    /** What is spoken, without markup; may come while the caller is doing something else. */
    void hears(String text);

    /**
     * What the caller keys in after the prompt, as it is pressed: digits, {@code *}, {@code #}. It may take its time; empty is
     * nothing until the time was over.
     */
    String keysIn(String prompt);
}
