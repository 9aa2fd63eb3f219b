package nl.idcontact.telephony.lambda.bench;

/** The least that a Java process can be. */
public final class EmptyMain {
    private EmptyMain() {}

    public static void main(String[] args) {
        System.out.println("ready");
    }
}
