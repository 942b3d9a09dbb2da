package org.industrialmind.foundations.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.foundations.supervised.RegressorContract;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.industrialmind.foundations.supervised.TargetRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StochasticRegressionTest extends RegressorContract {
    @Override
    protected RegressorTrainer trainer() {
        return StochasticRegression.defaults();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void every_loss_finds_the_plane(long seed) {
        TargetRows rows = SyntheticRows.plane(800, 3, 0.2, seed);
        for (StochasticRegression.Loss loss : StochasticRegression.Loss.values()) {
            assertThat(new StochasticRegression(loss, 0, 0.05, 40)
                            .fit(rows, seed)
                            .coefficients())
                    .containsExactly(new double[] {2, -1, 0}, within(0.05));
        }
    }

    @Test
    void refuses_a_rate_that_cannot_settle() {
        assertThatThrownBy(() -> new StochasticRegression(StochasticRegression.Loss.SQUARE, 0, 0, 1))
                .hasMessageContaining("rate 0.0");
    }
}
