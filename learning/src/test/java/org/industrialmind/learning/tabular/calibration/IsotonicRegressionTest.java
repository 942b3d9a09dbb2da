package org.industrialmind.learning.tabular.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsotonicRegressionTest {
    @Test
    void pools_what_falls() {
        double[] x = {1, 2, 3, 4};
        IsotonicRegression fitted = IsotonicRegression.fit(x, new double[] {1, 3, 2, 4}, new double[] {1, 1, 3, 1});
        assertThat(fitted.at(1)).isEqualTo(1);
        assertThat(fitted.at(2)).isEqualTo(2.25);
        assertThat(fitted.at(3)).isEqualTo(2.25);
        assertThat(fitted.at(1.5)).isEqualTo(1.625);
        assertThat(fitted.at(-9)).isEqualTo(1);
        assertThat(fitted.at(9)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_partition_into_blocks_is_closer(long seed) {
        // the optimum is constant on blocks: try all 2^(n-1) ways to cut, keep those that never fall
        SplittableRandom random = new SplittableRandom(seed);
        int n = 9;
        double[] x = IntStream.range(0, n).mapToDouble(i -> i).toArray();
        double[] y = random.doubles(n).toArray();
        double[] w = random.doubles(n, 0.1, 3).toArray();
        double least = Double.POSITIVE_INFINITY;
        for (int cuts = 0; cuts < 1 << (n - 1); cuts++) {
            least = Math.min(least, lossOfBlocks(y, w, cuts));
        }
        IsotonicRegression fitted = IsotonicRegression.fit(x, y, w);
        double loss = 0;
        for (int i = 0; i < n; i++) {
            loss += w[i] * Math.pow(y[i] - fitted.at(i), 2);
        }
        assertThat(loss).isCloseTo(least, within(1e-12));
    }

    private static double lossOfBlocks(double[] y, double[] w, int cuts) {
        double loss = 0;
        double before = Double.NEGATIVE_INFINITY;
        for (int from = 0; from < y.length; ) {
            int to = from + 1;
            while (to < y.length && (cuts >> (to - 1) & 1) == 0) {
                to++;
            }
            double mass = 0;
            double sum = 0;
            for (int i = from; i < to; i++) {
                mass += w[i];
                sum += w[i] * y[i];
            }
            if (sum / mass < before) {
                return Double.POSITIVE_INFINITY;
            }
            before = sum / mass;
            for (int i = from; i < to; i++) {
                loss += w[i] * Math.pow(y[i] - before, 2);
            }
            from = to;
        }
        return loss;
    }

    @Test
    void fits_what_scikit_learn_fits() {
        Golden golden = Golden.read("calibration");
        IsotonicRegression fitted = IsotonicRegression.fit(
                golden.vector("isotonic_x"), golden.vector("isotonic_y"), golden.vector("isotonic_weights"));
        double[] at =
                Arrays.stream(golden.vector("isotonic_at")).map(fitted::at).toArray();
        assertThat(at).containsExactly(golden.vector("isotonic_fitted"), within(1e-9));
    }

    @Test
    void rows_of_no_weight_do_not_count_and_nonsense_is_refused() {
        double[] two = {1, 2};
        assertThat(IsotonicRegression.fit(two, new double[] {5, 9}, new double[] {1, 0})
                        .at(2))
                .isEqualTo(5);
        assertThatThrownBy(() -> IsotonicRegression.fit(two, two, new double[2]))
                .hasMessageContaining("positive weight");
        assertThatThrownBy(() -> IsotonicRegression.fit(two, new double[] {1, Double.NaN}, two))
                .hasMessageContaining("row 1");
        assertThatThrownBy(() -> IsotonicRegression.fit(two, two, new double[3]))
                .hasMessageContaining("3 weights");
    }
}
