package nl.idcontact.telephony.http.jose;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import nl.idcontact.telephony.domain.port.AuthResultOpener.Refusal;

/** A time in seconds since 1970, with or without a fraction (RFC 7519 section 2). */
final class NumericDate {
    private static final BigDecimal YEAR_1970 = BigDecimal.ZERO;
    private static final BigDecimal YEAR_10000 = BigDecimal.valueOf(253_402_300_800L);

    /** More decimals than any clock has; a number like 1e-999999999 would take for ever to be written out. */
    private static final int MAX_DECIMALS = 64;

    private NumericDate() {}

    /**
     * @return the time at which {@code json} stands, to the nanosecond below
     * @throws TokenRefused if it is not a number, or not in the years 1970 to 9999
     */
    static Instant at(JsonParser json) throws IOException, TokenRefused {
        if (!json.currentToken().isNumeric()) {
            throw new TokenRefused(Refusal.CLAIMS);
        }
        BigDecimal seconds = json.getDecimalValue();
        if (seconds.scale() > MAX_DECIMALS || seconds.compareTo(YEAR_1970) < 0 || seconds.compareTo(YEAR_10000) >= 0) {
            throw new TokenRefused(Refusal.CLAIMS);
        }
        BigDecimal floored = seconds.setScale(9, RoundingMode.FLOOR);
        long whole = floored.longValue();
        return Instant.ofEpochSecond(
                whole,
                floored.subtract(BigDecimal.valueOf(whole)).unscaledValue().longValue());
    }
}
