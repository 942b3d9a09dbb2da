package org.industrialmind.learning.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.novelty.LaggedDistance;
import org.industrialmind.learning.novelty.NearestPatch;
import org.industrialmind.learning.novelty.Pca;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaggedRowMethodTest {
    private static final Matrix NORMAL = Matrix.of(5, 1, new double[] {0, 1, 2, 1, 0}); // deviation sqrt(0.7)

    /** One channel of mean 0: variance by n is (n - 1) / n once it is divided by its deviation, and the ridge is on top. */
    @Test
    void a_single_channel_gives_the_squared_deviations_over_variance_and_ridge() {
        Matrix normal = Matrix.of(4, 1, new double[] {-1, 1, -1, 1});
        double variance = 4.0 / 3; // by n - 1
        double expected = 9 / variance / (0.75 + 0.5);
        RowScorer scorer = new LaggedRowMethod(new LaggedDistance(0, 0.5)).fit(List.of(normal), 1);
        assertThat(scorer.scores(Matrix.of(1, 1, new double[] {3}))[0]).isCloseTo(expected, within(1e-12));
    }

    @Test
    void a_channel_that_leaves_the_others_is_farther_than_all_leaving_together() {
        LabelledSeries series = MadeUpSeries.sound(1);
        RowScorer scorer = new LaggedRowMethod(LaggedDistance.of(0)).fit(List.of(series.train()), 1);
        double together = scorer.scores(Matrix.ofRows(new double[] {2, 2, 2}))[0];
        double apart = scorer.scores(Matrix.ofRows(new double[] {1, 1, -1}))[0];
        assertThat(apart).isGreaterThan(5 * together);
    }

    @Test
    void what_was_seen_is_at_no_distance_and_the_rest_at_that_of_its_nearest_like() {
        RowScorer scorer = new LaggedRowMethod(NearestPatch.of(1)).fit(List.of(NORMAL), 1);
        double[] scores = scorer.scores(Matrix.of(4, 1, new double[] {1, 2, 1, 3}));
        assertThat(scores[1]).isCloseTo(0, within(1e-12)); // 2 after 1
        assertThat(scores[2]).isCloseTo(0, within(1e-12)); // 1 after 2
        assertThat(scores[3]).isCloseTo(1 / 0.7 / 2, within(1e-12)); // 3 after 1 is nearest to 2 after 1: mean of two
    }

    @Test
    void a_full_memory_keeps_stretches_from_all_of_the_normal_rows() {
        RowScorer scorer = new LaggedRowMethod(new NearestPatch(0, 2)).fit(List.of(NORMAL), 1);
        double[] scores = scorer.scores(NORMAL);
        assertThat(scores[0]).isCloseTo(0, within(1e-12)); // rows 0 and 2 are remembered
        assertThat(scores[2]).isCloseTo(0, within(1e-12));
        assertThat(scores[1]).isPositive();
    }

    @ParameterizedTest(name = "{0} lags")
    @ValueSource(ints = {0, 1, 7})
    void rows_to_come_have_no_say(int lags) {
        LabelledSeries series = MadeUpSeries.withHiddenFault(3);
        List<RowMethod> methods = List.of(
                new LaggedRowMethod(LaggedDistance.of(lags)),
                new LaggedRowMethod(NearestPatch.of(lags)),
                new NoveltyRows(Pca.defaults(), lags + 3));
        for (RowMethod method : methods) {
            RowScorer scorer = method.fit(List.of(series.train()), 1);
            double[] all = scorer.scores(series.test());
            double[] first = scorer.scores(LabelledSeries.rows(series.test(), 0, 100));
            assertThat(first).as(method.name()).containsExactly(Arrays.copyOf(all, 100));
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
    void carries_the_name_that_a_detector_of_machines_is_asked_for_by() {
        assertThat(new LaggedRowMethod(LaggedDistance.of(19)).name()).isEqualTo("lagged-distance-20");
        assertThat(new LaggedRowMethod(NearestPatch.of(29)).name()).isEqualTo("nearest-patch-30");
    }

    @Test
    void too_few_rows_are_refused() {
        RowMethod method = new LaggedRowMethod(LaggedDistance.of(5));
        assertThatThrownBy(() -> method.fit(List.of(Matrix.of(3, 1, new double[] {1, 2, 3})), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("longer than the 5 rows");
    }
}
