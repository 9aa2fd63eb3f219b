package nl.idcontact.telephony.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.idcontact.telephony.domain.model.Fingerprint;
import nl.idcontact.telephony.domain.model.Fingerprints;
import org.junit.jupiter.api.Test;

class KeyedSqlTest {
    private static final KeyedSql SQL =
            new KeyedSql("WHERE call IN ([calls]) {{AND other IN ([calls])}} AND code IN ([codes])");

    @Test
    void oneFingerprintIsOneParameterAndNeedsNoMoreThanTheConstraint() {
        assertThat(SQL.of(fingerprints(1))).isEqualTo("WHERE call IN (:calls_0)  AND code IN (:codes_0)");
    }

    @Test
    void severalFingerprintsAreAParameterEachAndGuardedByTheStatement() {
        assertThat(SQL.of(fingerprints(2)))
                .isEqualTo("WHERE call IN (:calls_0, :calls_1) AND other IN (:calls_0, :calls_1)"
                        + " AND code IN (:codes_0, :codes_1)");
    }

    private static Fingerprints<Object> fingerprints(int count) {
        return new Fingerprints<>(List.of(new Fingerprint<>(new byte[32]), new Fingerprint<>(new byte[] {1}))
                .subList(0, count));
    }
}
