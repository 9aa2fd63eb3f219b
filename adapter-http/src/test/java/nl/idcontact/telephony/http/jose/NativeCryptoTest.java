package nl.idcontact.telephony.http.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Security;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Native code is used where it can be, and nobody else notices. */
class NativeCryptoTest {
    private static final boolean SUPPORTED = System.getProperty("os.name").equals("Linux")
            && Set.of("amd64", "aarch64").contains(System.getProperty("os.arch"));

    @Test
    void isUsedWhereItCanBe() {
        assertThat(CryptoProvider.fastest().name()).startsWith(SUPPORTED ? "AmazonCorrettoCryptoProvider 2." : "JDK");
        assertThat(CryptoProvider.jdk().name()).isEqualTo("JDK");
    }

    @Test
    void isNotInstalledForEverybody() {
        CryptoProvider.fastest();
        assertThat(Security.getProvider("AmazonCorrettoCryptoProvider")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"os.arch, riscv64", "os.name, Windows 11", "os.name, Mac OS X"})
    void otherMachinesDoWithout(String property, String value) {
        String real = System.setProperty(property, value);
        try {
            assertThat(NativeCrypto.load()).isEmpty();
        } finally {
            System.setProperty(property, real);
        }
    }
}
