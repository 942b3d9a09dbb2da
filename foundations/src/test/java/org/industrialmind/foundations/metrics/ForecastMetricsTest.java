package org.industrialmind.foundations.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastMetricsTest {
    private static final double[] ACTUAL = {1, 2, 3, 10};
    private static final double[] LOWER = {0, 2, 4, 1};
    private static final double[] UPPER = {2, 3, 5, 9};

    @Test
    void the_error_is_scaled_by_repeating_a_season() {
        double[] training = {1, 5, 2, 7, 3, 6}; // season 2: differences 1, 2, 1, 1
        assertThat(ForecastMetrics.scaledError(training, 2, new double[] {4, 6}, new double[] {5, 9}))
                .isCloseTo(2 / 1.25, within(1e-15));
        assertThat(ForecastMetrics.relativeToNaive(0.1, 0.2, 0.9, 1.2)).isCloseTo(0.625, within(1e-15));
    }

    @Test
    void intervals_are_judged_as_by_hand() {
        assertThat(ForecastMetrics.coverage(ACTUAL, LOWER, UPPER)).isEqualTo(0.5); // an end is inside
        assertThat(ForecastMetrics.width(LOWER, UPPER)).isEqualTo(3);
        assertThat(ForecastMetrics.intervalScore(ACTUAL, LOWER, UPPER, 0.5)).isEqualTo(3 + 4 * (1 + 1) / 4.0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void ranked_probability_is_that_of_the_points_the_quantiles_stand_for(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 25;
        double[] points = random.doubles(size).toArray();
        Arrays.sort(points);
        double[] levels = new double[size];
        for (int k = 0; k < size; k++) {
            levels[k] = (k + 0.5) / size;
        }
        double actual = random.nextDouble();
        // twin: E |X - y| - E |X - X'| / 2
        double away = 0;
        double apart = 0;
        for (double x : points) {
            away += Math.abs(x - actual) / size;
            for (double y : points) {
                apart += Math.abs(x - y) / size / size;
            }
        }
        assertThat(ForecastMetrics.rankedProbability(new double[] {actual}, levels, Matrix.ofRows(points)))
                .isCloseTo(away - apart / 2, within(1e-14));
    }

    @Test
    void refuse_what_cannot_be_judged() {
        assertThatThrownBy(() -> ForecastMetrics.scaledError(new double[3], 3, ACTUAL, ACTUAL))
                .hasMessageContaining("3 rows and a season of 3");
        assertThatThrownBy(() -> ForecastMetrics.scaledError(new double[3], 1, ACTUAL, ACTUAL))
                .hasMessageContaining("repeats itself exactly after 1");
        assertThatThrownBy(() -> ForecastMetrics.relativeToNaive(1, 0, 1, 1)).hasMessageContaining("1.0 of 0.0");
        assertThatThrownBy(() -> ForecastMetrics.coverage(ACTUAL, UPPER, LOWER))
                .hasMessageContaining("row 0 goes from 2.0 to 0.0");
        assertThatThrownBy(() -> ForecastMetrics.intervalScore(ACTUAL, LOWER, UPPER, 1))
                .hasMessageContaining("level 1.0");
        assertThatThrownBy(() -> ForecastMetrics.rankedProbability(
                        new double[1], new double[] {0.5, 0.5}, Matrix.ofRows(new double[2])))
                .hasMessageContaining("level 1 is 0.5");
    }
}
