package nl.idcontact.telephony.domain.secrecy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HkdfTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] RFC_5869_A3_INPUT = HEX.parseHex("0b".repeat(22));

    /** RFC 5869 appendix A.3, the one with SHA-256 and without salt; its first block of output. */
    @Test
    void derivesWhatTheRfcDerives() {
        assertThat(HEX.formatHex(Hkdf.derive(RFC_5869_A3_INPUT, "")))
                .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
    }

    /** RFC 5869 section 2.3, from the pseudorandom key that appendix A.3 gives. */
    @Test
    void expandsThePseudorandomKeyWithTheLabelAndTheNumberOfTheBlock() {
        byte[] pseudorandomKey = HEX.parseHex("19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04");

        assertThat(Hkdf.derive(RFC_5869_A3_INPUT, "label"))
                .isEqualTo(new HmacKey(pseudorandomKey).hash("label\1".getBytes(US_ASCII)));
    }

    /** RFC 4231 section 4.3. */
    @Test
    void authenticatesPartsOneBehindTheOther() {
        byte[] mac = new HmacKey("Jefe".getBytes(US_ASCII))
                .hash("what do ya want ".getBytes(US_ASCII), "for nothing?".getBytes(US_ASCII));

        assertThat(HEX.formatHex(mac)).isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }
}
