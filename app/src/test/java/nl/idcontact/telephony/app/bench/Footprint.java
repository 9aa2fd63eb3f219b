package nl.idcontact.telephony.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * What a server occupies.
 *
 * @param resident of the process, in MB
 * @param live what is in use of the heap after a collection, and buffers outside of it, in MB
 */
record Footprint(double resident, double live) {
    private static final double MEGABYTE = 1024 * 1024;

    /** Has the server collect its garbage first. */
    static Footprint of(AppProcess app) throws IOException, InterruptedException {
        String jcmd = System.getProperty("java.home") + "/bin/jcmd";
        new ProcessBuilder(jcmd, Long.toString(app.handle().pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        double live = metrics(app.internal())
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\"")
                        || line.startsWith("jvm_buffer_memory_used_bytes"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
        return new Footprint(CpuTime.residentMegabytes(app.handle()), live / MEGABYTE);
    }

    /** By the resident or the live memory, whichever grew more. */
    double kilobytesMoreThan(Footprint before) {
        return 1024 * Math.max(resident - before.resident, live - before.live);
    }

    private static String metrics(URI internal) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(internal.resolve("/metrics")).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
