package org.industrialmind.foundations.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.linear.Ridge;
import org.industrialmind.foundations.supervised.RegressorContract;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.industrialmind.foundations.supervised.TargetRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BayesianLineTest extends RegressorContract {
    @Override
    protected RegressorTrainer trainer() {
        return BayesianLine.defaults();
    }

    @Test
    void agrees_with_another_program() {
        Golden golden = Golden.read("bayes");
        BayesianLine.Model model =
                new BayesianLine(10_000, 1e-14).fit(TargetRows.of(golden.matrix("x"), golden.vector("y")), 0);
        double[] line = golden.vector("line");
        assertThat(model.intercept()).isCloseTo(line[0], within(1e-7));
        assertThat(model.coefficients()).containsExactly(Arrays.copyOfRange(line, 1, 4), within(1e-7));
        assertThat(model.coefficientPrecision()).isCloseTo(golden.vector("line_precisions")[0], within(1e-5));
        assertThat(model.errorPrecision()).isCloseTo(golden.vector("line_precisions")[1], within(1e-6));
        double[] deviations = golden.vector("line_deviation");
        for (int r = 0; r < 5; r++) {
            double[] row = golden.matrix("x").row(r);
            for (int c = 0; c < 3; c++) {
                row[c] += 1;
            }
            assertThat(model.belief(row).deviation()).isCloseTo(deviations[r], within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void its_mean_is_the_ridge_whose_penalty_it_chose(long seed) {
        TargetRows rows = SyntheticRows.plane(60, 8, 1, seed);
        BayesianLine.Model model = BayesianLine.defaults().fit(rows, 0);
        double penalty = model.coefficientPrecision() / model.errorPrecision();
        assertThat(model.coefficients())
                .containsExactly(new Ridge(penalty).fit(rows, 0).coefficients(), within(1e-9));
        assertThat(1 / Math.sqrt(model.errorPrecision())).isCloseTo(1, within(0.3));
    }

    @Test
    void says_more_evidence_for_a_line_than_for_noise() {
        TargetRows line = SyntheticRows.plane(60, 3, 0.5, 3);
        double[] shuffled = line.targets();
        for (int r = 0; r < 30; r++) {
            double swap = shuffled[r];
            shuffled[r] = shuffled[59 - r];
            shuffled[59 - r] = swap;
        }
        assertThat(BayesianLine.defaults().fit(line, 0).logEvidence())
                .isGreaterThan(BayesianLine.defaults()
                                .fit(TargetRows.of(line.rows(), shuffled), 0)
                                .logEvidence()
                        + 10);
        assertThatThrownBy(() -> new BayesianLine(0, 1)).hasMessageContaining("0 iterations");
    }
}
