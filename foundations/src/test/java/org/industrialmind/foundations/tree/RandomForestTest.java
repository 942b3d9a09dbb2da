package org.industrialmind.foundations.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.ForkJoinPool;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.industrialmind.foundations.supervised.TargetRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomForestTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void the_rows_out_of_the_bag_foretell_fresh_rows(long seed) {
        LabelledRows train = SyntheticRows.clouds(600, 4, 2, 1, seed);
        LabelledRows fresh = SyntheticRows.clouds(2000, 4, 2, 1, seed + 100);
        ForestClassifier forest = RandomForest.defaults().fit(train, seed);
        int[] predicted = forest.predict(fresh.rows());
        double right = 0;
        for (int r = 0; r < predicted.length; r++) {
            right += predicted[r] == fresh.label(r) ? 1.0 / predicted.length : 0;
        }
        // standard errors of 1.7 and 1 points
        assertThat(forest.outOfBagAccuracy().orElseThrow()).isCloseTo(right, within(0.06));
    }

    @Test
    void explained_variance_out_of_the_bag_is_below_that_in_it() {
        TargetRows rows = SyntheticRows.plane(300, 4, 0.5, 3);
        ForestRegressor forest = RandomForest.defaults().withTrees(60).fit(rows, 3);
        assertThat(forest.outOfBagShare().orElseThrow()).isBetween(0.75, 0.98);
        double[] gains = forest.gains();
        assertThat(gains[0]).isGreaterThan(gains[1]); // 2 x0 - x1
        assertThat(gains[1]).isGreaterThan(2 * gains[2]);
        assertThat(gains[0] + gains[1] + gains[2] + gains[3]).isCloseTo(1, within(1e-12));
    }

    @Test
    void is_the_same_on_any_number_of_threads() throws Exception {
        LabelledRows rows = SyntheticRows.clouds(200, 4, 3, 1, 4);
        RandomForest trainer = RandomForest.defaults().withTrees(12);
        try (ForkJoinPool three = new ForkJoinPool(3)) {
            assertThat(three.submit(() -> trainer.fit(rows, 4).probabilities(rows.rows()))
                            .get())
                    .isEqualTo(trainer.fit(rows, 4).probabilities(rows.rows()));
        }
    }

    @Test
    void another_seed_is_another_forest() {
        TargetRows rows = SyntheticRows.plane(100, 3, 1, 5);
        RandomForest trainer = RandomForest.defaults().withTrees(3);
        assertThat(trainer.fit(rows, 1).predict(rows.rows()))
                .isNotEqualTo(trainer.fit(rows, 2).predict(rows.rows()));
    }

    @Test
    void a_row_without_weight_is_in_no_tree() {
        TargetRows plane = SyntheticRows.plane(60, 2, 0.1, 6);
        double[] targets = plane.targets();
        double[] weights = new double[60];
        for (int r = 0; r < 60; r++) {
            weights[r] = r == 7 ? 0 : 1;
        }
        targets[7] = 1e9;
        TargetRows rows = TargetRows.weighted(plane.rows(), targets, weights);
        assertThat(RandomForest.defaults().withTrees(10).fit(rows, 6).predict(rows.rows())[7])
                .isLessThan(100);
        assertThat(ExtraTrees.defaults().withTrees(10).fit(rows, 6).predict(rows.rows())[7])
                .isLessThan(100);
    }

    @Test
    void extra_trees_see_every_row_and_have_none_out_of_the_bag() {
        LabelledRows rows = SyntheticRows.clouds(100, 3, 2, 2, 7);
        ForestClassifier forest = ExtraTrees.defaults().withTrees(5).fit(rows, 7);
        assertThat(forest.outOfBagAccuracy()).isEmpty();
        assertThat(forest.predict(rows.rows())).containsExactly(rows.labels()); // grown to the end
        assertThat(forest.gains()).hasSize(3);
        assertThat(ExtraTrees.defaults()
                        .withColumnsPerSplit(1)
                        .withImpurity(Impurity.ENTROPY)
                        .trees())
                .isEqualTo(100);
    }

    @Test
    void a_forest_of_one_tree_on_one_row_says_that_row() {
        TargetRows one = SyntheticRows.plane(1, 2, 0, 8);
        ForestRegressor forest = RandomForest.defaults().withTrees(1).fit(one, 8);
        assertThat(forest.predict(new double[2])).isEqualTo(one.target(0));
        assertThat(forest.outOfBagShare()).isEmpty();
    }

    @Test
    void a_setting_without_sense_is_refused_by_name() {
        assertThatThrownBy(() -> RandomForest.defaults().withTrees(0)).hasMessageContaining("trees is 0");
        assertThatThrownBy(() -> RandomForest.defaults().withColumnsPerSplit(0))
                .hasMessageContaining("columnsPerSplit is 0");
        assertThatThrownBy(() -> ExtraTrees.defaults().withTrees(0)).hasMessageContaining("trees is 0");
    }
}
