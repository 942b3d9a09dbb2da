package org.industrialmind.learning.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockSumsTest {
    private static final int ROWS = 10;
    private static final Scale AS_READ = new Scale(new double[2], new double[] {1, 1});

    private final BlockSums sums = new BlockSums(2);
    private final float[] readings = new float[2 * ROWS];

    @Test
    void a_ramp_is_no_noise() {
        for (int row = 0; row < ROWS; row++) {
            readings[2 * row] = 3 - 0.5f * row;
        }
        assertThat(sums.ofFinite(readings, 0, ROWS, AS_READ)).isTrue();
        assertThat(sums.mean(0)).isCloseTo(3 - 0.5 * 4.5, within(1e-12));
        assertThat(sums.variance(0)).isCloseTo(0, within(1e-12));
    }

    @Test
    void noise_is_what_is_left_about_the_line() {
        // 0, 1, 0 has the mean 1/3 and no slope: squares of 2/3, and one reading more than a line needs
        float[] three = {0, 0, 1, 0, 0, 0};
        sums.ofFinite(three, 0, 3, AS_READ);
        assertThat(sums.variance(0)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(sums.variance(1)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rows_that_were_not_read_count_as_if_there_were_none(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < readings.length; i++) {
            readings[i] = (float) random.nextGaussian();
        }
        sums.ofFinite(readings, 0, ROWS, AS_READ);
        double mean = sums.mean(1);
        double variance = sums.variance(1);
        for (int row : new int[] {0, 4, 9}) {
            readings[2 * row] = Float.NaN;
        }
        assertThat(sums.ofFinite(readings, 0, ROWS, AS_READ)).isFalse();
        sums.of(readings, 0, ROWS, AS_READ);
        assertThat(sums.mean(1)).isCloseTo(mean, within(1e-12));
        assertThat(sums.variance(1)).isCloseTo(variance, within(1e-12));
        assertThat(sums.variance(0)).isCloseTo(aboutTheLine(readings), within(1e-9));
    }

    /** Returns the variance of the first channel about its line, by residuals. */
    private static double aboutTheLine(float[] readings) {
        double n = 0;
        double time = 0;
        double level = 0;
        for (int row = 0; row < ROWS; row++) {
            if (Float.isFinite(readings[2 * row])) {
                n++;
                time += row;
                level += readings[2 * row];
            }
        }
        double span = 0;
        double along = 0;
        for (int row = 0; row < ROWS; row++) {
            if (Float.isFinite(readings[2 * row])) {
                span += (row - time / n) * (row - time / n);
                along += (row - time / n) * readings[2 * row];
            }
        }
        double left = 0;
        for (int row = 0; row < ROWS; row++) {
            if (Float.isFinite(readings[2 * row])) {
                double residual = readings[2 * row] - level / n - along / span * (row - time / n);
                left += residual * residual;
            }
        }
        return left / (n - 2);
    }

    @Test
    void two_readings_leave_nothing_to_call_noise() {
        for (int row = 2; row < ROWS; row++) {
            readings[2 * row] = Float.NaN;
        }
        sums.of(readings, 0, ROWS, AS_READ);
        assertThat(sums.variance(0)).isNaN();
        for (int row = 0; row < ROWS; row++) {
            readings[2 * row] = Float.NaN;
        }
        sums.of(readings, 0, ROWS, AS_READ);
        assertThat(sums.mean(0)).isNaN();
    }
}
