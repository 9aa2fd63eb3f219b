package nl.idcontact.telephony.app.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.idcontact.telephony.app.observability.AuditTrail;
import nl.idcontact.telephony.app.support.RunningApp;
import org.slf4j.LoggerFactory;

/** The demo of the README: the twelve steps in print, then a page that walks the same flow in a browser. */
public final class Demo {
    private Demo() {}

    /** Ends with 0 after the printed flow if the property {@code demo.once} is true; with 1 if a step fails. */
    public static void main(String[] arguments) throws Exception {
        quiet();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("Starting PostgreSQL and the server, with fresh keys …");
        try (RunningApp app = RunningApp.start()) {
            new TwelveSteps(app, out).run();
        } catch (TwelveSteps.StepFailed e) {
            stop(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException | AssertionError e) {
            stop(e.toString());
        }
        if (Boolean.getBoolean("demo.once")) {
            System.exit(0);
        }
        serveOn(out);
    }

    private static void stop(String why) {
        System.err.println("The demo stopped: " + why + ".");
        System.exit(1);
    }

    private static void serveOn(PrintStream out) throws IOException, InterruptedException {
        try (Demonstration demonstration = Demonstration.start()) {
            out.println();
            out.println("Now try it yourself: open " + demonstration.address());
            out.println("Stop with Ctrl+C.");
            Thread.currentThread().join();
        }
    }

    /** The steps are the story; what the server logs would stand between them. */
    private static void quiet() {
        for (String name : List.of(Logger.ROOT_LOGGER_NAME, "nl.idcontact.telephony", AuditTrail.LOGGER)) {
            ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.ERROR);
        }
    }
}
