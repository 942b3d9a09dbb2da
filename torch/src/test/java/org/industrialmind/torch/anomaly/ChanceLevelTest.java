package org.industrialmind.torch.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChanceLevelTest {
    /** Chi-squared of 10 degrees exceeds x with exp(-x/2) sum (x/2)^k/k!, k to 4: once in a million at 46.86. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void is_the_quantile_of_independent_normal_numbers(long seed) {
        Random random = new Random(seed);
        double[] scores = IntStream.range(0, 20_000)
                .mapToDouble(i -> Math.sqrt(IntStream.range(0, 10)
                        .mapToDouble(j -> random.nextGaussian())
                        .map(z -> z * z)
                        .average()
                        .orElseThrow()))
                .toArray();
        assertThat(ChanceLevel.of(scores)).isCloseTo(Math.sqrt(4.686), within(0.06)); // 3 %: moments from a sample
    }

    @Test
    void is_their_score_where_all_windows_are_alike() {
        assertThat(ChanceLevel.of(new double[] {2, 2, 2})).isCloseTo(2, within(1e-9));
        assertThat(ChanceLevel.of(new double[] {0, 0})).isPositive();
    }
}
