package org.industrialmind.telemetry.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyHistogramTest {
    private final LatencyHistogram histogram = new LatencyHistogram();

    @Test
    void is_zero_when_empty() {
        assertThat(histogram.quantile(0.99)).isZero();
        assertThat(histogram.count()).isZero();
    }

    @Test
    void is_exact_for_the_smallest_and_bounded_for_the_largest() {
        histogram.record(-5);
        histogram.record(7);
        histogram.record(Long.MAX_VALUE);
        assertThat(histogram.quantile(0.1)).isZero();
        assertThat(histogram.quantile(0.6)).isEqualTo(7);
        assertThat(histogram.quantile(1)).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void is_never_below_the_true_quantile_and_at_most_a_sixteenth_above(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LatencyHistogram half = new LatencyHistogram();
        long[] durations = random.longs(10_000, 0, 1L << random.nextInt(10, 60)).toArray();
        for (int i = 0; i < durations.length; i++) {
            (i % 2 == 0 ? half : histogram).record(durations[i]);
        }
        histogram.add(half);
        Arrays.sort(durations);
        for (double share : new double[] {0.01, 0.5, 0.9, 0.99, 1}) {
            long exact = durations[(int) Math.ceil(share * durations.length) - 1];
            assertThat(histogram.quantile(share)).isBetween(exact, exact + exact / 16 + 1);
        }
    }
}
