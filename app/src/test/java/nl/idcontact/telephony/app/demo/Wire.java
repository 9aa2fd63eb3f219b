package nl.idcontact.telephony.app.demo;

import java.util.regex.Pattern;

/**
 * A request and its answer as the demonstration shows them: one line each, secrets shortened.
 *
 * @param method the method, or another word for what is no HTTP
 * @param path what it was about
 * @param status the status of the answer; 0 for none
 * @param sent what went there
 * @param received what came back
 */
record Wire(String method, String path, int status, String sent, String received) {
    /** Codes, tokens and ids: long enough not to be guessed, and so too long to be read. */
    private static final Pattern SECRET = Pattern.compile("(?<![\\w+.-])(?:[A-Za-z0-9_.-]{22,}|\\d{6,}(?![\\w.-]))");

    private static final int KEPT = 4;
    private static final int LONGEST = 400;

    Wire {
        path = shortened(path);
        sent = shortened(sent);
        received = shortened(received);
    }

    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        String harmless =
                SECRET.matcher(line).replaceAll(secret -> secret.group().substring(0, KEPT) + "…");
        return harmless.length() <= LONGEST ? harmless : harmless.substring(0, LONGEST) + "…";
    }
}
