package nl.idcontact.telephony.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodesTest {
    private static final int DRAWS = 20_000;
    private static final long SEED = 5869;

    private final Codes codes = new Codes(new Random(SEED), 10, 32);

    /** Pearson's test with 9 degrees of freedom at the level of 0.1 %, for each place of the code by itself. */
    @Test
    void theDigitsOfADtmfCodeAreUniformInEachPlace() {
        int[][] counts = new int[10]['9' + 1];
        Stream.generate(codes::dtmfCode).limit(DRAWS).forEach(code -> count(code.digits(), counts));

        assertThat(List.of(counts))
                .allSatisfy(place ->
                        assertThat(chiSquare(place, DRAWS / 10.0, '0', '9')).isLessThan(27.88));
    }

    /** No digit tells the next one: 99 degrees of freedom at the level of 0.1 %. */
    @Test
    void theDigitsOfADtmfCodeAreIndependentOfEachOther() {
        int[] pairs = new int[100];
        Stream.generate(codes::dtmfCode)
                .limit(DRAWS)
                .forEach(code -> pairs[Integer.parseInt(code.digits().substring(4, 6))]++);

        assertThat(chiSquare(pairs, DRAWS / 100.0, 0, 99)).isLessThan(148.23);
    }

    /** 61 degrees of freedom at the level of 0.1 %. */
    @Test
    void theCharactersOfAResultCodeAreUniform() {
        int[][] counts = new int[32]['z' + 1];
        Stream.generate(codes::resultCode).limit(DRAWS).forEach(code -> count(code.value(), counts));

        double expected = DRAWS / 62.0;
        assertThat(List.of(counts))
                .allSatisfy(place -> assertThat(chiSquare(place, expected, '0', '9')
                                + chiSquare(place, expected, 'A', 'Z')
                                + chiSquare(place, expected, 'a', 'z'))
                        .isLessThan(100.89));
    }

    @Test
    void codesHaveTheLengthsThatWereAskedFor() {
        Codes longest = new Codes(new Random(SEED), 20, 128);

        assertThat(longest.dtmfCode().digits()).matches("[0-9]{20}");
        assertThat(longest.resultCode().value()).matches("[A-Za-z0-9]{128}");
    }

    private static void count(String code, int[][] counts) {
        IntStream.range(0, code.length()).forEach(place -> counts[place][code.charAt(place)]++);
    }

    private static double chiSquare(int[] counts, double expected, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToDouble(value -> Math.pow(counts[value] - expected, 2) / expected)
                .sum();
    }
}
