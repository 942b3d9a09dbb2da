package org.industrialmind.learning.tabular.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.metrics.Reliability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationMethodTest {
    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static boolean[] positive(int[] labels) {
        boolean[] positive = new boolean[labels.length];
        for (int r = 0; r < labels.length; r++) {
            positive[r] = labels[r] == 1;
        }
        return positive;
    }

    @Test
    void platt_finds_the_sigmoid_that_scikit_learn_finds() {
        Golden golden = Golden.read("calibration");
        PlattScaling.Sigmoid fitted = new PlattScaling()
                .fit(golden.vector("platt_scores"), positive(golden.integers("platt_labels")), ones(120));
        // scikit-learn writes 1 / (1 + exp(a x + b)), and stops its search at a gradient of 1e-5
        assertThat(fitted.slope()).isCloseTo(-golden.value("platt_a"), within(1e-4));
        assertThat(fitted.intercept()).isCloseTo(-golden.value("platt_b"), within(1e-4));
        PlattScaling.Sigmoid apart = new PlattScaling()
                .fit(golden.vector("separable_scores"), positive(new int[] {0, 0, 0, 1, 1, 1}), ones(6));
        assertThat(apart.slope()).isCloseTo(-golden.value("separable_a"), within(1e-4));
        assertThat(apart.intercept()).isCloseTo(-golden.value("separable_b"), within(1e-4));
    }

    @Test
    void beta_finds_what_statsmodels_finds_and_temperature_what_scipy_finds() {
        Golden golden = Golden.read("calibration");
        for (String table : new String[] {"beta", "falling"}) {
            BetaCalibration.Beta fitted = new BetaCalibration()
                    .fit(golden.vector(table + "_said"), positive(golden.integers(table + "_labels")), ones(150));
            assertThat(new double[] {fitted.a(), fitted.b(), fitted.c()})
                    .containsExactly(golden.vector(table + "_abc"), within(1e-6));
        }
        TemperatureScaling.Temperature cooled = new TemperatureScaling()
                .fit(golden.matrix("temperature_said"), golden.integers("temperature_labels"), ones(100));
        assertThat(cooled.temperature()).isCloseTo(golden.value("temperature"), within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void each_method_straightens_what_was_said_too_surely(long seed) {
        // the truth is p; said is the sharper p^3 / (p^3 + (1-p)^3), which all four can undo
        SplittableRandom random = new SplittableRandom(seed);
        int n = 6000;
        double[][] said = new double[n][];
        int[] labels = new int[n];
        for (int r = 0; r < n; r++) {
            double p = random.nextDouble();
            double sure = Math.pow(p, 3) / (Math.pow(p, 3) + Math.pow(1 - p, 3));
            said[r] = new double[] {1 - sure, sure};
            labels[r] = random.nextDouble() < p ? 1 : 0;
        }
        for (CalibrationMethod method : methods()) {
            Calibration fitted = method.fit(Matrix.ofRows(said), labels, ones(n));
            for (double p = 0.1; p < 0.95; p += 0.1) {
                double sure = Math.pow(p, 3) / (Math.pow(p, 3) + Math.pow(1 - p, 3));
                assertThat(fitted.apply(new double[] {1 - sure, sure})[1])
                        .as("%s at %s", method, p)
                        .isCloseTo(p, within(method instanceof IsotonicCalibration ? 0.09 : 0.03));
            }
            double[] mapped =
                    Arrays.stream(said).mapToDouble(row -> fitted.apply(row)[1]).toArray();
            double raw = Reliability.of(positive(labels), Matrix.ofRows(said).column(1), 10)
                    .expectedError();
            assertThat(Reliability.of(positive(labels), mapped, 10).expectedError())
                    .isLessThan(raw / 3);
        }
    }

    private static CalibrationMethod[] methods() {
        return new CalibrationMethod[] {
            new PlattScaling(), new IsotonicCalibration(), new BetaCalibration(), new TemperatureScaling()
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void beta_leaves_alone_what_is_calibrated(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] said = random.doubles(20_000, 0.01, 0.99).toArray();
        boolean[] positive = new boolean[said.length];
        for (int r = 0; r < said.length; r++) {
            positive[r] = random.nextDouble() < said[r];
        }
        BetaCalibration.Beta fitted = new BetaCalibration().fit(said, positive, ones(said.length));
        assertThat(fitted.a()).isCloseTo(1, within(0.1)); // about three sigma of 20 000 rows
        assertThat(fitted.b()).isCloseTo(1, within(0.1));
        assertThat(fitted.c()).isCloseTo(0, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void beta_never_falls(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] said = random.doubles(40).toArray();
        boolean[] opposite = new boolean[said.length];
        for (int r = 0; r < said.length; r++) {
            opposite[r] = random.nextDouble() < (seed % 2 == 0 ? 1 - said[r] : Math.abs(said[r] - 0.5) * 2);
        }
        BetaCalibration.Beta fitted = new BetaCalibration().fit(said, opposite, ones(40));
        assertThat(fitted.a()).isNotNegative();
        assertThat(fitted.b()).isNotNegative();
        double share = 0;
        double meant = 0;
        for (int r = 0; r < 40; r++) {
            share += opposite[r] ? 1 / 40.0 : 0;
            meant += fitted.probability(said[r]) / 40;
        }
        assertThat(meant).isCloseTo(share, within(0.05)); // the intercept is free, but for Platt's targets
    }

    @Test
    void temperature_is_found_in_closed_form() {
        // said 0.9 of two rows in three that happened: the best map says 2/3, so 9^(1/T) = 2
        Matrix said = Matrix.of(3, 2, new double[] {0.1, 0.9, 0.1, 0.9, 0.1, 0.9});
        TemperatureScaling.Temperature fitted = new TemperatureScaling().fit(said, new int[] {1, 1, 0}, ones(3));
        assertThat(fitted.temperature()).isCloseTo(Math.log(9) / Math.log(2), within(1e-6));
        assertThat(fitted.apply(new double[] {0.1, 0.9})[1]).isCloseTo(2 / 3.0, within(1e-7));
    }

    @Test
    void weights_count_like_repetitions() {
        Matrix said = Matrix.of(4, 2, new double[] {0.1, 0.9, 0.4, 0.6, 0.6, 0.4, 0.3, 0.7});
        Matrix twice = Matrix.of(5, 2, new double[] {0.1, 0.9, 0.4, 0.6, 0.6, 0.4, 0.3, 0.7, 0.3, 0.7});
        for (CalibrationMethod method : methods()) {
            double weighted = method.fit(said, new int[] {1, 0, 0, 1}, new double[] {1, 1, 1, 2})
                    .apply(new double[] {0.45, 0.55})[1];
            double repeated =
                    method.fit(twice, new int[] {1, 0, 0, 1, 1}, ones(5)).apply(new double[] {0.45, 0.55})[1];
            assertThat(weighted).isCloseTo(repeated, within(1e-6));
        }
    }

    @Test
    void several_classes_are_mapped_each_and_sum_to_one() {
        Matrix said = Matrix.of(3, 3, new double[] {0.6, 0.3, 0.1, 0.2, 0.7, 0.1, 0.3, 0.3, 0.4});
        for (CalibrationMethod method : methods()) {
            double[] mapped = method.fit(said, new int[] {0, 1, 2}, ones(3)).apply(new double[] {0.5, 0.4, 0.1});
            assertThat(Arrays.stream(mapped).sum()).isCloseTo(1, within(1e-12));
            assertThat(mapped[0]).isGreaterThan(mapped[2]);
        }
        double[] never = new IsotonicCalibration()
                .fit(said, new int[] {0, 1, 2}, ones(3))
                .apply(new double[] {0.1, 0.1, 0.1});
        assertThat(never).containsExactly(0.1, 0.1, 0.1); // all maps say 0: what was said is kept
    }

    @Test
    void nonsense_is_refused() {
        boolean[] two = {true, false};
        assertThatThrownBy(() -> new BetaCalibration().fit(new double[] {0.5, 2}, two, ones(2)))
                .hasMessageContaining("row 1 is 2.0");
        assertThatThrownBy(() -> new PlattScaling().fit(new double[] {0.5}, two, ones(2)))
                .hasMessageContaining("1 scores, 2 labels");
        assertThatThrownBy(() -> new PlattScaling().fit(new double[] {0, Double.NaN}, two, ones(2)))
                .hasMessageContaining("row 1");
    }
}
