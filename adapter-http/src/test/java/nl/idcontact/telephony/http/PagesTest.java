package nl.idcontact.telephony.http;

import static nl.idcontact.telephony.http.ProblemAssert.assertProblem;
import static nl.idcontact.telephony.http.Telephony.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.idcontact.telephony.http.PageSettings.AttributeLabel;
import nl.idcontact.telephony.http.PageSettings.Softphone;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two pages and what surrounds them. */
class PagesTest {
    private static final PageSettings PAGES = new PageSettings(
            List.of("https://desk.example"),
            new Softphone(Optional.of(URI.create("https://phone.example:8443/ccp-v2")), Optional.of("eu-central-1")),
            Optional.of(URI.create("https://town.example/tokens.css")),
            Map.of("report_move", Map.of("nl", "Verhuizing", "en", "Move")),
            Map.of("bsn", new AttributeLabel(Map.of("nl", "BSN"), true)));

    @AutoClose
    private static final Telephony telephony = Telephony.started(
            new HttpSettings(SETTINGS.listeners(), SETTINGS.telephone(), SETTINGS.access(), PAGES, SETTINGS.limits()));

    @Test
    void theAttributePageIsShutOff() {
        HttpResponse<String> page = telephony.get(telephony.open("/attribute-ui/?session=x"));
        assertThat(page.body()).contains("<title>Attributes</title>");
        assertThat(header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Permissions-Policy")).contains("clipboard-write=(self)", "microphone=()");
        assertThat(header(page, "Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self' https://town.example; "
                        + "font-src 'self' https://town.example; img-src 'self' data:; connect-src 'self'; "
                        + "base-uri 'none'; form-action 'none'; frame-ancestors 'self' https://desk.example");
    }

    @Test
    void theSoftphoneIsTheOnlyOtherOrigin() {
        HttpResponse<String> page = telephony.get(telephony.open("/connect-ui/"));
        assertThat(header(page, "Content-Security-Policy"))
                .contains("connect-src 'self' https://phone.example:8443; frame-src 'self' https://phone.example:8443;")
                .contains("frame-ancestors 'self' https://desk.example")
                .doesNotContain("unsafe");
        assertThat(header(page, "Permissions-Policy"))
                .contains("microphone=(self \"https://phone.example:8443\")", "geolocation=()");
    }

    @Test
    void settingsComeAtRunTime() {
        assertThat(telephony.get(telephony.open("/attribute-ui/settings.json")).body())
                .isEqualTo("{\"purposes\":{\"report_move\":{\"label\":{\"en\":\"Move\",\"nl\":\"Verhuizing\"}}},"
                        + "\"attributes\":{\"bsn\":{\"label\":{\"nl\":\"BSN\"},\"masked\":true}},"
                        + "\"stylesheet\":\"https://town.example/tokens.css\"}");
        assertThat(telephony.get(telephony.open("/connect-ui/settings.json")).body())
                .isEqualTo("{\"ccpUrl\":\"https://phone.example:8443/ccp-v2\",\"region\":\"eu-central-1\","
                        + "\"attributeUi\":\"../attribute-ui/\"}");
    }

    @Test
    void withoutSettingsThereAreNulls() {
        try (Telephony own = Telephony.started()) {
            assertThat(own.get(own.open("/attribute-ui/settings.json")).body())
                    .isEqualTo("{\"purposes\":{},\"attributes\":{},\"stylesheet\":null}");
            assertThat(own.get(own.open("/connect-ui/settings.json")).body())
                    .isEqualTo("{\"ccpUrl\":null,\"region\":null,\"attributeUi\":\"../attribute-ui/\"}");
            assertThat(header(own.get(own.open("/connect-ui/")), "Content-Security-Policy"))
                    .contains("frame-src 'self';", "frame-ancestors 'self'");
        }
    }

    @Test
    void assetsAreKeptAndCompressed() {
        URI script = telephony.open("/attribute-ui/assets/index-abc.js");
        HttpResponse<String> plain = telephony.get(script, "Accept-Encoding", "gzip;q=0, br");
        assertThat(plain.body()).hasSizeGreaterThan(4_000);
        assertThat(header(plain, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(plain, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        HttpResponse<String> gzip = telephony.get(script, "Accept-Encoding", "br, gzip");
        assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(gzip, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(Integer.parseInt(header(gzip, "Content-Length"))).isLessThan(200);
        HttpResponse<String> known = telephony.get(script, "If-None-Match", header(plain, "ETag"));
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
    }

    @Test
    void headIsGetWithoutBody() {
        HttpResponse<String> head = telephony.send(
                HttpRequest.newBuilder(telephony.open("/connect-ui/")).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void theFolderIsRedirectedToWithItsQuery() {
        HttpResponse<String> response = telephony.get(telephony.open("/attribute-ui?call%201"));
        assertThat(response.statusCode()).isEqualTo(308);
        assertThat(header(response, "Location")).isEqualTo("attribute-ui/?call%201");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/attribute-ui/none.js",
                "/attribute-ui/assets",
                "/attribute-ui/assets/",
                "/attribute-ui/%2e%2e/connect-ui/none",
                "/attribute-ui/..%2fconnect-ui%2findex.html",
                "/attribute-ui//etc/passwd",
                "/attribute-ui/%5c..%5cindex.html",
                "/attribute-uix/"
            })
    void nothingElseIsServed(String path) {
        assertProblem(telephony.get(telephony.open(path)), 404, "not-found");
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElseThrow(() -> new AssertionError("No " + name));
    }
}
