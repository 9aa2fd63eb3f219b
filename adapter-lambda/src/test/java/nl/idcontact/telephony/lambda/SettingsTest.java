package nl.idcontact.telephony.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final String URL = "https://telephony.example/link_phone";
    private static final String SECRET = "a secret that nobody may see";

    @Test
    void takesTheAddressAndTheSecret() {
        Settings settings = settings(" " + URL + "\n", SECRET + "\n");

        assertThat(settings.callUrl()).hasToString(URL);
        assertThat(settings.bearer()).isEqualTo("Bearer " + SECRET);
        assertThat(settings.encrypted()).isTrue();
        assertThat(settings.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "  ",
                "telephony.example",
                "/link_phone",
                "ftp://telephony.example/",
                "https://telephony.example:65536/link_phone",
                "https:///link_phone",
                "https://user:password@telephony.example/",
                "https://telephony.example/#here",
                "https://a b/",
                "file:/etc",
            })
    void refusesAnAddressItCannotCall(String url) {
        assertThatThrownBy(() -> settings(url, SECRET))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("CALL_URL ")
                .hasMessageContaining("such as https://telephony.example/link_phone")
                .hasMessageNotContaining("password");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n", "sécret-value", "line\nbreak", "tab\there"})
    void refusesASecretThatCannotBeSentAndDoesNotShowIt(String secret) {
        assertThatThrownBy(() -> settings(URL, secret))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("LINK_SECRET ")
                .hasMessageNotContainingAny("cret-value", "break", "here");
    }

    private static Settings settings(String url, String secret) {
        Map<String, String> environment = new HashMap<>();
        environment.put("CALL_URL", url);
        environment.put("LINK_SECRET", secret);
        return Settings.of(environment);
    }
}
