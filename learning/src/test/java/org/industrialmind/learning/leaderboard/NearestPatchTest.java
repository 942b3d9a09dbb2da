package org.industrialmind.learning.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.novelty.Pca;
import org.junit.jupiter.api.Test;

class NearestPatchTest {
    private static final Matrix NORMAL = Matrix.of(5, 1, new double[] {0, 1, 2, 1, 0}); // deviation sqrt(0.7)

    @Test
    void what_was_seen_is_at_no_distance_and_the_rest_at_that_of_its_nearest_like() {
        RowScorer scorer = NearestPatch.of(1).fit(List.of(NORMAL), 1);
        double[] scores = scorer.scores(Matrix.of(4, 1, new double[] {1, 2, 1, 3}));
        assertThat(scores[1]).isCloseTo(0, within(1e-12)); // 2 after 1
        assertThat(scores[2]).isCloseTo(0, within(1e-12)); // 1 after 2
        assertThat(scores[3]).isCloseTo(1 / 0.7 / 2, within(1e-12)); // 3 after 1 is nearest to 2 after 1: mean of two
    }

    @Test
    void a_full_memory_keeps_stretches_from_all_of_the_normal_rows() {
        RowScorer scorer = new NearestPatch(0, 2).fit(List.of(NORMAL), 1);
        double[] scores = scorer.scores(NORMAL);
        assertThat(scores[0]).isCloseTo(0, within(1e-12)); // rows 0 and 2 are remembered
        assertThat(scores[2]).isCloseTo(0, within(1e-12));
        assertThat(scores[1]).isPositive();
    }

    @Test
    void rows_to_come_have_no_say_in_either_way_to_score() {
        LabelledSeries series = MadeUpSeries.withHiddenFault(2);
        for (RowMethod method : List.of(NearestPatch.of(4), new NoveltyRows(Pca.defaults(), 10))) {
            RowScorer scorer = method.fit(List.of(series.train()), 1);
            double[] all = scorer.scores(series.test());
            double[] first = scorer.scores(LabelledSeries.rows(series.test(), 0, 100));
            assertThat(first).as(method.name()).containsExactly(java.util.Arrays.copyOf(all, 100));
        }
    }

    @Test
    void an_empty_memory_is_refused() {
        assertThatThrownBy(() -> new NearestPatch(1, 0)).hasMessageContaining("at least one stretch");
    }
}
