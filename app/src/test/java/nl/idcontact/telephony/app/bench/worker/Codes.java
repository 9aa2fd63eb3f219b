package nl.idcontact.telephony.app.bench.worker;

import java.util.random.RandomGenerator;

/** Codes as they are handed out. */
final class Codes {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int DTMF_LENGTH = 10;

    private Codes() {}

    /** A DTMF code of the usual length. */
    static String digits(RandomGenerator random) {
        return of(random, "0123456789", DTMF_LENGTH);
    }

    /** Letters and digits. */
    static String text(RandomGenerator random, int length) {
        return of(random, LETTERS, length);
    }

    private static String of(RandomGenerator random, String alphabet, int length) {
        StringBuilder code = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            code.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return code.toString();
    }
}
