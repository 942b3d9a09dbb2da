package org.industrialmind.foundations.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.supervised.RegressorContract;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GaussianProcessTest extends RegressorContract {
    private static final Golden GOLDEN = Golden.read("bayes");
    private static final double[] FIXED = {Math.log(1.3), Math.log(0.05), Math.log(0.8), Math.log(1.5), Math.log(2)};

    @Override
    protected RegressorTrainer trainer() {
        return new GaussianProcess(Smoothness.TWICE, true, 60, 30);
    }

    private static TargetRows golden() {
        return TargetRows.of(GOLDEN.matrix("x"), GOLDEN.vector("y"));
    }

    @ParameterizedTest
    @EnumSource
    void agrees_with_another_program(Smoothness smoothness) {
        String block = "process_" + smoothness.name().toLowerCase(Locale.ROOT);
        GaussianProcess.Model model =
                new GaussianProcess.Model(golden(), new GaussianProcess.Scaling(3), smoothness, new Reach(FIXED));
        assertThat(model.logMarginalLikelihood()).isCloseTo(GOLDEN.value(block + "_likelihood"), within(1e-6));
        Matrix queries = GOLDEN.matrix("queries");
        for (int q = 0; q < queries.rows(); q++) {
            Belief belief = model.belief(queries.row(q));
            assertThat(belief.mean()).isCloseTo(GOLDEN.vector(block + "_mean")[q], within(1e-7));
            assertThat(belief.deviation()).isCloseTo(GOLDEN.vector(block + "_deviation")[q], within(1e-7));
        }
    }

    @Test
    void finds_a_likelihood_no_less_than_another_program_does() {
        GaussianProcess.Model model = new GaussianProcess(Smoothness.ENDLESS, true, 500, 200).fit(golden(), 0);
        assertThat(model.logMarginalLikelihood()).isGreaterThan(GOLDEN.value("process_best_likelihood") - 1e-3);
        assertThat(model.noise()).isBetween(0.03, 0.2);
        assertThat(model.lengths()[0]).isLessThan(model.lengths()[2]);
        assertThat(model.signal()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void slopes_are_those_of_the_likelihood(Smoothness smoothness) {
        MarginalLikelihood likelihood = new GaussianProcess.Scaling(3).likelihood(golden(), smoothness);
        for (int dimensions : new int[] {3, 5}) {
            double[] at = Arrays.copyOf(FIXED, dimensions);
            double[] slopes = new double[dimensions];
            double[] unread = new double[dimensions];
            likelihood.at(at, slopes);
            for (int j = 0; j < dimensions; j++) {
                double[] shifted = at.clone();
                shifted[j] += 1e-5;
                double above = likelihood.at(shifted, unread);
                shifted[j] -= 2e-5;
                double below = likelihood.at(shifted, unread);
                assertThat(slopes[j]).isCloseTo((above - below) / 2e-5, within(1e-5));
            }
        }
    }

    @Test
    void is_sure_near_rows_and_unsure_far_away() {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = random.doubles(40, -3, 3).toArray();
        double[] y = new double[40];
        for (int r = 0; r < 40; r++) {
            y[r] = Math.sin(x[r]) + 0.01 * random.nextGaussian();
        }
        GaussianProcess.Model model = GaussianProcess.defaults().fit(TargetRows.of(Matrix.of(40, 1, x), y), 0);
        assertThat(model.predict(new double[] {1})).isCloseTo(Math.sin(1), within(0.03));
        assertThat(model.belief(new double[] {1}).deviation()).isLessThan(0.05);
        assertThat(model.belief(new double[] {30}).deviation()).isGreaterThan(0.3);
        assertThatThrownBy(() -> new GaussianProcess(Smoothness.ONCE, false, 1, 1))
                .hasMessageContaining("1 rows");
    }

    @Test
    void rows_that_are_the_same_are_lived_with() {
        Matrix rows = Matrix.of(4, 1, new double[] {1, 1, 2, 2});
        GaussianProcess.Model model = new GaussianProcess(Smoothness.ENDLESS, false, 4, 50)
                .fit(TargetRows.of(rows, new double[] {1, 1, 3, 3}), 0);
        assertThat(model.predict(new double[] {1})).isCloseTo(1, within(0.1));
    }
}
