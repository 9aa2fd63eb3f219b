package nl.idcontact.telephony.app.bench.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.AuthResultToken;
import nl.idcontact.telephony.domain.port.AuthResultOpener;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Opening;
import nl.idcontact.telephony.http.jose.CryptoProvider;
import nl.idcontact.telephony.http.jose.NimbusAuthResultOpener;

/**
 * A process beside the benchmark, told by lines on its input what to do: {@code flows N}, {@code millis N}, and of event streams
 * {@code open N} and {@code change N}. Each is answered by one line of JSON. It ends with its input.
 */
public final class Worker {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WorkerSettings settings;

    private Worker(WorkerSettings settings) {
        this.settings = settings;
    }

    /** @param arguments a file of settings */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Worker worker = new Worker(new WorkerSettings(Path.of(arguments[0])));
        Commands commands = worker.commands();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            out.println(JSON.writeValueAsString(commands.run(words[0], Long.parseLong(words[1]))));
        }
        System.exit(0);
    }

    private interface Commands {
        Object run(String name, long number) throws Exception;
    }

    private Commands commands() throws Exception {
        if (settings.text("kind").equals("streams")) {
            StreamReaders readers = new StreamReaders(settings);
            return (name, number) -> name.equals("open") ? readers.open((int) number) : readers.change(number);
        }
        int ways = settings.number("ways");
        Load load = settings.text("kind").equals("http")
                ? new HttpLoad(new HttpFlows(settings), ways)
                : new ThreadedLoad(flows(), ways);
        return (name, number) ->
                name.equals("flows") ? load.run(number, Load.FOR_EVER) : load.run(Long.MAX_VALUE, number);
    }

    private Flows flows() throws Exception {
        String kind = settings.text("kind");
        switch (kind) {
            case "original":
                return new OriginalFlows(settings, originalOpening());
            case "least", "least-asked":
                if (kind.equals("least-asked")) {
                    Followers.ask(settings);
                }
                return new LeastFlows(settings, fastestOpening(), false);
            case "least-told":
                Followers.listen(settings);
                return new LeastFlows(settings, fastestOpening(), true);
            default:
                throw new IllegalArgumentException(kind);
        }
    }

    private OriginalFlows.Opening fastestOpening() throws Exception {
        Optional<Provider> provider = NativeProviderArchive.load();
        return () -> new BareRsaOpening(settings, provider);
    }

    /** By the JDK; elliptic curves by the server's own code, since there is no bare form of them here. */
    private OriginalFlows.Opening originalOpening() throws Exception {
        if (settings.text("key_type").equals("RSA")) {
            return () -> new BareRsaOpening(settings, Optional.empty());
        }
        AuthResultOpener opener = new NimbusAuthResultOpener(
                List.of(settings.privateKey(Optional.empty())),
                List.of(settings.publicKey(Optional.empty())),
                CryptoProvider.jdk());
        return () -> compact -> {
            if (opener.open(new AuthResultToken(compact), Instant.now()) instanceof Opening.Refused) {
                throw new GeneralSecurityException("Refused");
            }
            return new byte[0];
        };
    }
}
