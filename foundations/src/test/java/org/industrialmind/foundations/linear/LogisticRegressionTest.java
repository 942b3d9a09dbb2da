package org.industrialmind.foundations.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.supervised.ClassifierContract;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticRegressionTest extends ClassifierContract {
    private static final Golden GOLDEN = Golden.read("linear_models");

    @Override
    protected ClassifierTrainer trainer() {
        return LogisticRegression.defaults();
    }

    @Test
    void one_yes_or_no_column_gives_the_log_odds_of_its_table() {
        // 3 of 10 ill without exposure, 8 of 12 with it
        Matrix rows = Matrix.of(4, 1, new double[] {0, 0, 1, 1});
        LabelledRows table = LabelledRows.weighted(rows, new int[] {0, 1, 0, 1}, new double[] {7, 3, 4, 8}, 2);
        SoftmaxModel model = LogisticRegression.unpenalized().fit(table, 0);
        assertThat(model.intercept(1)).isCloseTo(Math.log(3.0 / 7), within(1e-12));
        assertThat(model.coefficients(1)[0]).isCloseTo(Math.log(8.0 / 4) - Math.log(3.0 / 7), within(1e-12));
        assertThat(model.intercept(0)).isZero();
        assertThat(model.converged()).isTrue();
    }

    @Test
    void agrees_with_other_programs_on_two_classes() {
        assertCoefficients(LogisticRegression.unpenalized(), "binary", "logit", 1e-9);
        assertCoefficients(LogisticRegression.defaults().withL2(2), "binary", "logistic_ridge", 1e-6);
        assertCoefficients(LogisticRegression.defaults().withL2(0).withL1(5), "binary", "logistic_lasso", 1e-6);
        assertCoefficients(LogisticRegression.defaults().withL2(0.8).withL1(1.2), "binary", "logistic_net", 1e-6);
    }

    @Test
    void agrees_with_other_programs_on_three_classes() {
        assertCoefficients(LogisticRegression.defaults().withL2(2), "three", "softmax_ridge", 1e-6);
        assertCoefficients(LogisticRegression.defaults().withL2(0).withL1(1 / 0.3), "three", "softmax_lasso", 2e-5);
        SoftmaxModel free = LogisticRegression.unpenalized().fit(golden("three"), 0);
        Matrix expected = GOLDEN.matrix("softmax_free"); // shares a vector among the classes as it likes
        for (int k = 1; k < 3; k++) {
            for (int c = 0; c < 4; c++) {
                assertThat(free.coefficients(k)[c] - free.coefficients(0)[c])
                        .isCloseTo(expected.get(k, c + 1) - expected.get(0, c + 1), within(1e-5));
            }
        }
    }

    private static LabelledRows golden(String labels) {
        int[] integers = GOLDEN.integers(labels);
        return LabelledRows.of(GOLDEN.matrix("x"), integers, labels.equals("binary") ? 2 : 3);
    }

    private static void assertCoefficients(LogisticRegression trainer, String labels, String block, double tolerance) {
        SoftmaxModel model = trainer.fit(golden(labels), 0);
        Matrix expected = GOLDEN.matrix(block);
        assertThat(model.converged()).as(block).isTrue();
        for (int k = 0; k < expected.rows(); k++) {
            int label = expected.rows() == 1 ? 1 : k;
            for (int c = 0; c < 4; c++) {
                assertThat(model.coefficients(label)[c]).as(block).isCloseTo(expected.get(k, c + 1), within(tolerance));
            }
            if (expected.rows() == 1) {
                assertThat(model.intercept(1)).as(block).isCloseTo(expected.get(0, 0), within(10 * tolerance));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void both_searches_end_at_the_same_point(long seed) {
        LabelledRows rows = SyntheticRows.clouds(200, 45, 3, 0.3, seed); // 138 dimensions: past Newton's reach
        SoftmaxModel quasi = LogisticRegression.defaults().fit(rows, 0);
        ScaledColumns x = ScaledColumns.of(rows.rows(), rows.weights());
        LogisticLoss loss = new LogisticLoss(x, rows.labels(), rows.weights(), 3, 1);
        double[] point = new double[loss.dimensions()];
        double[] gradient = new double[point.length];
        for (int i = 0; i < 20; i++) {
            loss.at(point, gradient);
            Definite.solve(Definite.factorLifted(loss.curvature(point), point.length), point.length, gradient);
            for (int j = 0; j < point.length; j++) {
                point[j] -= gradient[j];
            }
        }
        assertThat(quasi.converged()).isTrue();
        assertThat(quasi.coefficients(1)[7] * x.scales[7]).isCloseTo(point[loss.width + 7], within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void slope_and_curvature_are_those_of_the_loss(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LabelledRows rows = SyntheticRows.clouds(30, 2, 3, 1, seed);
        LogisticLoss loss =
                new LogisticLoss(ScaledColumns.of(rows.rows(), rows.weights()), rows.labels(), rows.weights(), 3, 0.7);
        double[] point = random.doubles(9, -1, 1).toArray();
        double[] gradient = new double[9];
        double[] ahead = new double[9];
        double[] behind = new double[9];
        loss.at(point, gradient);
        double[] curvature = loss.curvature(point);
        for (int j = 0; j < 9; j++) {
            double[] shifted = point.clone();
            shifted[j] += 1e-5;
            double above = loss.at(shifted, ahead);
            shifted[j] -= 2e-5;
            double below = loss.at(shifted, behind);
            assertThat(gradient[j]).isCloseTo((above - below) / 2e-5, within(1e-7));
            for (int i = j; i < 9; i++) {
                double idle = j % 3 == 2 && i % 3 == 2 ? 30 / 9.0 : 0; // lies on the intercepts' idle direction only
                assertThat(curvature[i * 9 + j] - idle).isCloseTo((ahead[i] - behind[i]) / 2e-5, within(1e-6));
            }
        }
    }

    @Test
    void a_lasso_is_optimal_at_every_kink() {
        LabelledRows rows = SyntheticRows.clouds(150, 12, 2, 0.4, 9);
        SoftmaxModel model = LogisticRegression.unpenalized().withL1(8).fit(rows, 0);
        double[] slopes = new double[12];
        for (int r = 0; r < rows.size(); r++) {
            double residual = model.probabilities(rows.rows().row(r))[1] - rows.label(r);
            for (int c = 0; c < 12; c++) {
                slopes[c] += residual * rows.rows().get(r, c);
            }
        }
        double[] coefficients = model.coefficients(1);
        assertThat(coefficients).contains(0);
        for (int c = 0; c < 12; c++) {
            if (coefficients[c] == 0) {
                assertThat(Math.abs(slopes[c])).isLessThanOrEqualTo(8 + 1e-4);
            } else {
                assertThat(slopes[c]).isCloseTo(-8 * Math.signum(coefficients[c]), within(1e-4));
            }
        }
    }

    @Test
    void classes_that_are_told_apart_without_error_are_refused_or_penalised() {
        Matrix rows = Matrix.of(4, 1, new double[] {1, 2, 3, 4});
        LabelledRows apart = LabelledRows.of(rows, new int[] {0, 0, 1, 1}, 2);
        assertThatThrownBy(() -> LogisticRegression.unpenalized().fit(apart, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without error");
        LabelledRows touching =
                LabelledRows.of(Matrix.of(6, 1, new double[] {1, 2, 3, 3, 4, 5}), new int[] {0, 0, 0, 1, 1, 1}, 2);
        assertThatThrownBy(() -> LogisticRegression.unpenalized().fit(touching, 0))
                .hasMessageContaining("without error");
        assertThat(LogisticRegression.defaults().fit(apart, 0).predict(rows)).containsExactly(0, 0, 1, 1);
        assertThatThrownBy(() -> LogisticRegression.unpenalized().fit(SyntheticRows.clouds(90, 60, 3, 9, 1), 0))
                .hasMessageContaining("without error");
    }

    @Test
    void columns_that_say_the_same_share_their_coefficient() {
        LabelledRows one = SyntheticRows.clouds(100, 2, 2, 1, 3);
        double[][] twice = new double[100][];
        for (int r = 0; r < 100; r++) {
            double[] row = one.rows().row(r);
            twice[r] = new double[] {row[0], row[1], row[0]};
        }
        SoftmaxModel single = LogisticRegression.unpenalized().fit(one, 0);
        SoftmaxModel shared =
                LogisticRegression.unpenalized().fit(LabelledRows.of(Matrix.ofRows(twice), one.labels(), 2), 0);
        assertThat(shared.coefficients(1)[0]).isCloseTo(single.coefficients(1)[0] / 2, within(1e-4));
        assertThat(shared.coefficients(1)[2]).isCloseTo(single.coefficients(1)[0] / 2, within(1e-4));
        assertThat(shared.coefficients(1)[1]).isCloseTo(single.coefficients(1)[1], within(1e-7));
    }

    @Test
    void units_of_the_columns_change_nothing_but_the_coefficients() {
        LabelledRows rows = SyntheticRows.clouds(100, 2, 2, 1, 4);
        double[][] pascals = new double[100][];
        for (int r = 0; r < 100; r++) {
            double[] row = rows.rows().row(r);
            pascals[r] = new double[] {1e9 * row[0] + 1e12, row[1]};
        }
        SoftmaxModel plain = LogisticRegression.unpenalized().fit(rows, 0);
        SoftmaxModel scaled =
                LogisticRegression.unpenalized().fit(LabelledRows.of(Matrix.ofRows(pascals), rows.labels(), 2), 0);
        assertThat(scaled.coefficients(1)[0] * 1e9).isCloseTo(plain.coefficients(1)[0], within(1e-8));
    }

    @Test
    void refuses_settings_and_rows_it_cannot_use() {
        assertThatThrownBy(() -> LogisticRegression.defaults().withL2(-1)).hasMessageContaining("l2 -1.0");
        SoftmaxModel model = LogisticRegression.defaults().fit(golden("binary"), 0);
        assertThatThrownBy(() -> model.probabilities(new double[] {1, 2, Double.NaN, 4}))
                .hasMessageContaining("column 2 is NaN");
    }
}
