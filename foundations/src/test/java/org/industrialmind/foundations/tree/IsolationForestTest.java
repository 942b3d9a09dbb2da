package org.industrialmind.foundations.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsolationForestTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rows_far_out_score_highest(long seed) {
        Matrix usual = SyntheticRows.clouds(500, 3, 1, 0, seed).rows();
        IsolationModel model = IsolationForest.defaults().fit(usual, seed);
        double[] scores = model.scores(usual);
        double far = model.score(new double[] {8, -8, 8});
        assertThat(far).isGreaterThan(Arrays.stream(scores).max().orElseThrow());
        assertThat(far).isGreaterThan(0.7);
        assertThat(Arrays.stream(scores).average().orElseThrow()).isLessThan(0.5);
        assertThat(model.score(usual.row(3))).isCloseTo(scores[3], within(1e-12));
    }

    @Test
    void two_rows_are_parted_by_one_cut_as_expected() {
        IsolationModel model = IsolationForest.defaults().fit(Matrix.ofRows(new double[] {0}, new double[] {1}), 1);
        assertThat(model.score(new double[] {0})).isEqualTo(0.5); // depth 1 over c(2) = 1
    }

    @Test
    void equal_rows_are_all_as_usual_as_can_be() {
        IsolationModel model = IsolationForest.defaults().fit(Matrix.of(10, 1, new double[10]), 1);
        assertThat(model.score(new double[] {0})).isCloseTo(0.5, within(1e-12)); // one leaf of ten: c(10) over c(10)
    }

    @Test
    void the_mean_depth_of_many_rows_comes_near_the_sum_it_stands_for() {
        double harmonic = 0;
        for (int i = 1; i < 256; i++) {
            harmonic += 1.0 / i;
        }
        double exact = 2 * harmonic - 2 * 255.0 / 256;
        assertThat(IsolationForest.meanDepth(256)).isCloseTo(exact, within(0.005)); // H(n) is ln n + gamma + 1/2n
    }

    @Test
    void what_cannot_be_isolated_is_refused() {
        IsolationForest trainer = IsolationForest.defaults().withTrees(2).withSample(4);
        assertThatThrownBy(() -> trainer.fit(Matrix.of(1, 1, new double[1]), 1)).hasMessageContaining("1 row");
        assertThatThrownBy(() -> trainer.fit(Matrix.of(2, 1, new double[] {1, Double.NaN}), 1))
                .hasMessageContaining("row 1");
        assertThatThrownBy(() -> trainer.withSample(1)).hasMessageContaining("sample is 1");
        IsolationModel model = trainer.fit(Matrix.of(3, 1, new double[] {1, 2, 3}), 1);
        assertThat(model.columns()).isEqualTo(1);
        assertThatThrownBy(() -> model.score(new double[2])).hasMessageContaining("2 values: expected 1");
    }
}
