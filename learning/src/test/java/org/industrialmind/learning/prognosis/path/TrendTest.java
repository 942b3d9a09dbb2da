package org.industrialmind.learning.prognosis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.industrialmind.foundations.statistics.Normal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrendTest {

    @Test
    void counts_rising_pairs_against_falling_ones() {
        Trend trend = Trend.of(new double[] {1, 3, 2, 5, 9});
        assertThat(trend.statistic()).isEqualTo(8); // nine pairs rise, one falls
        // variance 5 * 4 * 15 / 18
        assertThat(trend.chance()).isCloseTo(Normal.tail(7 / Math.sqrt(300 / 18.0)), within(1e-15));
    }

    @Test
    void equal_values_speak_for_no_trend() {
        assertThat(Trend.of(new double[] {4, 4, 4, 4}).rises(0.5)).isFalse();
        // two pairs of equals take 2 * 18 off 4 * 3 * 13 = 156
        Trend ties = Trend.of(new double[] {1, 1, 2, 2});
        assertThat(ties.chance()).isCloseTo(Normal.tail(3 / Math.sqrt(120 / 18.0)), within(1e-15));
    }

    @Test
    void of_one_value_nothing_is_said() {
        assertThat(Trend.of(new double[] {7}).rises(0.99)).isFalse();
        assertThat(Trend.of(new double[0]).chance()).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void noise_is_called_a_trend_no_more_often_than_promised(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int called = 0;
        int series = 4000;
        for (int i = 0; i < series; i++) {
            called += Trend.of(random.doubles(12).toArray()).rises(0.01) ? 1 : 0;
        }
        // the test is a little cautious in short series; above, four standard errors are allowed
        assertThat((double) called / series).isBetween(0.003, 0.01 + 4 * Math.sqrt(0.01 / series));
    }
}
