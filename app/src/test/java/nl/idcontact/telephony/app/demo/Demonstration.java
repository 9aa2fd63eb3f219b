package nl.idcontact.telephony.app.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.idcontact.telephony.app.support.RunningApp;
import nl.idcontact.telephony.lambda.flow.ContactFlow;

/**
 * The whole flow to walk through in a browser: a resident's phone beside an agent's page, with the real server, the real
 * pages, the real Lambda and the delivered {@link ContactFlow}. Only what other parties bring is simulated.
 */
public final class Demonstration implements AutoCloseable {
    private static final List<String> PURPOSES = List.of("report_move", "passport", "benefits");

    private final DemoPage page = new DemoPage();
    private final RunningApp app;
    private final Onlooker onlooker;

    private Demonstration() throws IOException {
        app = RunningApp.configuredBy(labels(), variables());
        EventFeed feed = new EventFeed();
        Story story = new Story(feed);
        onlooker = new Onlooker(app.external(), story);
        TelephoneNetwork network = new TelephoneNetwork(onlooker.address(), feed, story);
        Resident resident = new Resident(new CoreAndAuthPlugin(app, story), network);
        open(resident, network, feed);
    }

    /** Starts all of it, on free ports. */
    public static Demonstration start() throws IOException {
        return new Demonstration();
    }

    /** What to open in a browser. */
    public URI address() {
        return page.address();
    }

    @Override
    public void close() {
        page.close();
        onlooker.close();
        app.close();
    }

    private Map<String, String> variables() {
        URI softphone = page.address().resolve("/softphone/?network=/demo/network.js");
        String origin = page.address().toString().replaceFirst("/$", "");
        return Map.of("IDCONTACT_UI_CCP_URL", softphone.toString(), "IDCONTACT_UI_FRAME_ANCESTORS", origin);
    }

    /** The file with the names of purposes and attributes. */
    private static Path labels() {
        try {
            return Path.of(
                    Demonstration.class.getResource("/demo/telephony.toml").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void open(Resident resident, TelephoneNetwork network, EventFeed feed) {
        String agentPage = onlooker.address().resolve("/connect-ui/").toString();
        page.opening("events", exchange -> feed.open(exchange, List.of()))
                .opening("calls", network::listen)
                .answering("settings.json", asked -> Map.of("agentPage", agentPage, "purposes", PURPOSES))
                .answering("start", asked -> resident.start(asked.get("purpose")))
                .answering("login", nothing(asked -> resident.logIn(asked.get("outcome"))))
                .answering("call", nothing(asked -> resident.call()))
                .answering("keys", nothing(asked -> resident.press(asked.get("digits"))))
                .answering("hang-up", nothing(asked -> resident.hangUp()))
                .answering("restart", nothing(asked -> resident.startAgain()))
                .answering("softphone", nothing(network::contacts))
                .start();
    }

    /** Something that is done and has no answer. */
    private interface Deed {
        void on(Map<String, String> details) throws IOException;
    }

    private static DemoPage.Action nothing(Deed deed) {
        return details -> {
            deed.on(details);
            return null;
        };
    }
}
