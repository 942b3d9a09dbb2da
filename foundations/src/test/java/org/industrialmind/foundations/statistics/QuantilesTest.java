package org.industrialmind.foundations.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantilesTest {
    @ParameterizedTest(name = "p = {0}")
    @CsvSource({"0, 1", "0.25, 2.25", "0.5, 4", "0.75, 7.25", "0.9, 9.5", "1, 11"})
    void interpolate_between_order_statistics(double p, double expected) {
        // by hand: position 5 p in 1, 2, 3, 5, 8, 11
        assertThat(Quantiles.quantile(new double[] {11, 3, 1, 8, 2, 5}, p)).isCloseTo(expected, within(1e-14));
    }

    @Test
    void of_one_number_is_that_number() {
        assertThat(Quantiles.quantile(new double[] {7}, 0.3)).isEqualTo(7);
        assertThat(Quantiles.medianDeviation(new double[] {7})).isZero();
    }

    @Test
    void leave_the_sample_as_it_is() {
        double[] sample = {3, 1, 2};
        assertThat(Quantiles.median(sample)).isEqualTo(2);
        assertThat(sample).containsExactly(3, 1, 2);
    }

    @Test
    void keep_equal_neighbours_exactly() {
        assertThat(Quantiles.quantile(new double[] {0.1, 0.1, 0.1}, 0.37)).isEqualTo(0.1);
        assertThat(Quantiles.quantile(new double[] {-1e308, 1e308}, 0.5)).isZero();
    }

    @Test
    void deviate_as_by_hand() {
        // median 3; distances 2, 1, 0, 2, 97: their median is 2
        assertThat(Quantiles.medianDeviation(new double[] {1, 2, 3, 5, 100})).isEqualTo(2 * Quantiles.MAD_TO_SIGMA);
        assertThat(Quantiles.MAD_TO_SIGMA).isCloseTo(1 / Normal.quantile(0.75), within(1e-14));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void estimate_the_sigma_of_normal_data_though_a_third_is_nonsense(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] clean = DoubleStream.generate(() -> 5 + 2 * random.nextGaussian())
                .limit(20_000)
                .toArray();
        assertThat(Quantiles.medianDeviation(clean)).isCloseTo(2, within(0.07)); // four standard errors
        for (int i = 0; i < clean.length / 3; i++) {
            clean[i] = 1e9;
        }
        assertThat(Quantiles.median(clean)).isBetween(5.0, 8.0);
        assertThat(Quantiles.medianDeviation(clean)).isBetween(2.0, 6.0);
    }

    @Test
    void refuse_an_empty_sample_and_missing_numbers() {
        assertThatThrownBy(() -> Quantiles.median(new double[0])).hasMessageContaining("of 0 values");
        assertThatThrownBy(() -> Quantiles.quantile(new double[] {1}, 1.1)).hasMessageContaining("quantile 1.1");
        assertThatThrownBy(() -> Quantiles.median(new double[] {1, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("position 1");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void moments_agree_with_two_passes_and_with_their_halves(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = DoubleStream.generate(() -> 1e9 + random.nextGaussian())
                .limit(1000)
                .toArray();
        double mean = DoubleStream.of(values).average().orElseThrow();
        double squares =
                DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
        Moments moments = Moments.of(values);
        assertThat(moments.mean()).isCloseTo(mean, within(1e-5));
        assertThat(moments.variance()).isCloseTo(squares / 999, within(1e-5)); // the level is a billion sigmas
        assertThat(moments.deviation()).isEqualTo(Math.sqrt(moments.variance()));
        Moments first = Moments.of(Arrays.copyOf(values, 300));
        Moments second = Moments.of(Arrays.copyOfRange(values, 300, 1000));
        Moments both = first.merged(second);
        assertThat(both.count()).isEqualTo(1000);
        assertThat(both.mean()).isCloseTo(moments.mean(), within(1e-5));
        assertThat(both.variance()).isCloseTo(moments.variance(), within(1e-5));
        assertThat(Moments.NONE.merged(first)).isEqualTo(first);
        assertThat(first.merged(Moments.NONE)).isEqualTo(first);
    }

    @Test
    void moments_refuse_too_little_and_missing_numbers() {
        assertThatThrownBy(() -> Moments.of(new double[] {1}).variance()).hasMessageContaining("variance of 1 numbers");
        assertThatThrownBy(() -> Moments.of(new double[] {1, 2, Double.NaN})).hasMessageContaining("position 2");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void a_median_that_reorders_is_the_median_of_a_sort(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int n = 1; n < 120; n++) {
            double[] sample = new double[n];
            for (int i = 0; i < n; i++) {
                sample[i] = random.nextInt(1 + n / 2); // many ties
            }
            assertThat(Quantiles.medianReordering(sample.clone())).isEqualTo(Quantiles.median(sample));
        }
    }
}
