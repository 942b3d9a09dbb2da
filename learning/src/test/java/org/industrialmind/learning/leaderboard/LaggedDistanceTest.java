package org.industrialmind.learning.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaggedDistanceTest {
    /** One channel of mean 0: variance by n is (n - 1) / n once it is divided by its deviation, and the ridge is on top. */
    @Test
    void a_single_channel_gives_the_squared_deviations_over_variance_and_ridge() {
        Matrix normal = Matrix.of(4, 1, new double[] {-1, 1, -1, 1});
        double variance = 4.0 / 3; // by n - 1
        double expected = 9 / variance / (0.75 + 0.5);
        double[] scores = new LaggedDistance(0, 0.5).fit(List.of(normal), 1).scores(Matrix.of(1, 1, new double[] {3}));
        assertThat(scores[0]).isCloseTo(expected, within(1e-12));
    }

    @Test
    void a_channel_that_leaves_the_others_is_farther_than_all_leaving_together() {
        LabelledSeries series = MadeUpSeries.sound(1);
        RowScorer scorer = LaggedDistance.of(0).fit(List.of(series.train()), 1);
        double together = scorer.scores(Matrix.ofRows(new double[] {2, 2, 2}))[0];
        double apart = scorer.scores(Matrix.ofRows(new double[] {1, 1, -1}))[0];
        assertThat(apart).isGreaterThan(5 * together);
    }

    @ParameterizedTest(name = "{0} lags")
    @ValueSource(ints = {0, 1, 7})
    void rows_to_come_have_no_say(int lags) {
        LabelledSeries series = MadeUpSeries.withHiddenFault(3);
        RowScorer scorer = LaggedDistance.of(lags).fit(List.of(series.train()), 1);
        double[] all = scorer.scores(series.test());
        double[] first = scorer.scores(LabelledSeries.rows(series.test(), 0, 200));
        for (int row = 0; row < first.length; row++) {
            assertThat(first[row]).isEqualTo(all[row]);
        }
    }

    @Test
    void stretches_are_not_joined_where_they_end() {
        Matrix one = Matrix.of(3, 1, new double[] {1, 2, 3});
        Matrix other = Matrix.of(2, 1, new double[] {8, 9});
        Matrix patches = Patches.of(List.of(one, other), 1);
        assertThat(patches.toArray()).containsExactly(2, 1, 3, 2, 9, 8); // no 8 beside 3
    }

    @Test
    void too_few_rows_are_refused() {
        assertThatThrownBy(() -> LaggedDistance.of(5).fit(List.of(Matrix.of(3, 1, new double[] {1, 2, 3})), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("longer than the 5 rows");
        assertThatThrownBy(() -> new LaggedDistance(-1, 0.1)).hasMessageContaining("lags from 0");
    }
}
