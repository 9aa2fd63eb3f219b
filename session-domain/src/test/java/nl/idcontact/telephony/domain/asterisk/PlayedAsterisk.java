package nl.idcontact.telephony.domain.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call on an Asterisk server, as a FastAGI server sees it: the {@code agi_} variables and an empty line, then a reply line
 * for each command line, {@code 200 result=…} (Asterisk documentation, "AGI Commands"), until the server hangs up the line.
 */
final class PlayedAsterisk {
    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");
    private static final int PATIENCE_MILLIS = 20_000;

    private final Deque<String> keyedIn;
    private final Map<String, String> variables = new HashMap<>();
    private final List<String> commands = new ArrayList<>();

    PlayedAsterisk(List<String> keyedIn) {
        this.keyedIn = new ArrayDeque<>(keyedIn);
    }

    /** The channel variables at the end, by name. */
    Map<String, String> variables() {
        return variables;
    }

    /** The names of the commands that came, in order. */
    List<String> commands() {
        return commands;
    }

    /** Plays the call until the FastAGI server is through with it. */
    void call(int port, String uniqueId) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
            send(out, environment(uniqueId));
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                send(out, reply(words(command)) + "\n");
            }
        }
    }

    private static void send(Writer out, String text) throws IOException {
        out.write(text);
        out.flush();
    }

    private static String environment(String uniqueId) {
        return String.join(
                "\n",
                "agi_network: yes",
                "agi_network_script: link-phone",
                "agi_request: agi://127.0.0.1/link-phone",
                "agi_channel: PJSIP/trunk-00000011",
                "agi_language: nl",
                "agi_type: PJSIP",
                "agi_uniqueid: " + uniqueId,
                "agi_version: 22.5.0",
                "agi_callerid: unknown",
                "agi_calleridname: unknown",
                "agi_context: id-contact",
                "agi_extension: 100",
                "agi_priority: 2",
                "agi_enhanced: 0.0",
                "agi_accountcode: ",
                "\n");
    }

    private String reply(List<String> words) {
        String command = words.get(0).toUpperCase(Locale.ROOT);
        commands.add(command);
        return switch (command) {
            case "ANSWER" -> "200 result=0";
            case "STREAM" -> "200 result=0 endpos=8000";
            case "GET" -> digits(Integer.parseInt(words.get(4)));
            case "SET" -> {
                variables.put(words.get(2), words.get(3));
                yield "200 result=1";
            }
            default -> "510 Invalid or unknown command";
        };
    }

    /** What GET DATA answers: the digits up to {@code most} or a hash, or a time-out. */
    private String digits(int most) {
        String keys = keyedIn.isEmpty() ? "" : keyedIn.removeFirst();
        if (keys.isEmpty()) {
            return "200 result= (timeout)";
        }
        String digits = keys.split("#", 2)[0];
        return "200 result=" + digits.substring(0, Math.min(most, digits.length()));
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1).replaceAll("\\\\(.)", "$1"));
        }
        return words;
    }
}
