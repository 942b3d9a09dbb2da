package org.industrialmind.foundations.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.industrialmind.foundations.supervised.TargetRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTreeTest {
    private static Matrix column(double... values) {
        return Matrix.of(values.length, 1, values);
    }

    @Test
    void cuts_halfway_between_the_classes() {
        LabelledRows rows = LabelledRows.of(column(1, 2, 4, 9), new int[] {0, 0, 1, 1}, 2);
        BinaryTree tree = DecisionTree.defaults().fit(rows, 1).tree();
        assertThat(tree.nodes()).isEqualTo(3);
        assertThat(tree.threshold(0)).isEqualTo(3);
        assertThat(tree.gain(0)).isEqualTo(4 * 0.5); // all of the Gini impurity of 1/2, for four rows
        assertThat(tree.values(tree.left(0))).containsExactly(1, 0);
    }

    @Test
    void an_entropy_gain_is_in_bits() {
        LabelledRows rows = LabelledRows.of(column(1, 2, 4, 9), new int[] {0, 0, 1, 1}, 2);
        DecisionTree trainer = DecisionTree.defaults().withImpurity(Impurity.ENTROPY);
        assertThat(trainer.fit(rows, 1).tree().gain(0)).isCloseTo(4, within(1e-12)); // a bit for each row
    }

    @Test
    void an_exclusive_or_is_learned_though_its_first_cut_gains_nothing() {
        Matrix corners =
                Matrix.ofRows(new double[] {0, 0}, new double[] {0, 1}, new double[] {1, 0}, new double[] {1, 1});
        LabelledRows rows = LabelledRows.of(corners, new int[] {0, 1, 1, 0}, 2);
        assertThat(DecisionTree.defaults().fit(rows, 1).predict(corners)).containsExactly(0, 1, 1, 0);
    }

    @Test
    void a_variance_gain_is_what_the_means_explain() {
        TargetRows rows = TargetRows.of(column(1, 2, 3, 4), new double[] {0, 2, 10, 12});
        TreeRegressor model = DecisionTree.defaults()
                .withLimits(TreeLimits.none().withDepth(1))
                .fit(rows, 1);
        assertThat(model.tree().gain(0)).isCloseTo(100, within(1e-12)); // four rows, each mean 5 from the middle
        assertThat(model.predict(column(2.4, 2.6))).containsExactly(1, 11);
        assertThat(model.gains()).containsExactly(1);
    }

    @Test
    void a_weight_of_two_is_a_row_twice() {
        Matrix values = column(1, 2, 3, 4, 5, 6);
        double[] targets = {1, 5, 2, 8, 3, 9};
        TargetRows weighted = TargetRows.weighted(values, targets, new double[] {2, 1, 1, 2, 1, 0});
        TargetRows twice = TargetRows.of(values, targets).select(new int[] {0, 0, 1, 2, 3, 3, 4});
        DecisionTree trainer =
                DecisionTree.defaults().withLimits(TreeLimits.none().withDepth(2));
        assertThat(trainer.fit(weighted, 1).predict(values))
                .containsExactly(trainer.fit(twice, 1).predict(values), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void without_limits_the_rows_are_known_by_heart(long seed) {
        TargetRows rows = SyntheticRows.plane(200, 3, 1, seed);
        double[] predicted = DecisionTree.defaults().fit(rows, seed).predict(rows.rows());
        assertThat(predicted).containsExactly(rows.targets(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void no_pruned_tree_costs_more_than_the_full_one(long seed) {
        TargetRows rows = SyntheticRows.plane(150, 3, 1, seed);
        double price = 0.05;
        double full = cost(DecisionTree.defaults(), rows, price);
        double pruned = cost(DecisionTree.defaults().withLeafPrice(price), rows, price);
        assertThat(pruned).isLessThan(full);
        for (int depth = 1; depth <= 6; depth++) {
            TreeLimits limits = TreeLimits.none().withDepth(depth); // a subtree with the same root
            assertThat(pruned)
                    .isLessThanOrEqualTo(cost(DecisionTree.defaults().withLimits(limits), rows, price) + 1e-9);
        }
    }

    private static double cost(DecisionTree trainer, TargetRows rows, double price) {
        TreeRegressor model = trainer.fit(rows, 1);
        double sum = 0;
        double[] predicted = model.predict(rows.rows());
        for (int r = 0; r < predicted.length; r++) {
            sum += Math.pow(rows.target(r) - predicted[r], 2) / predicted.length;
        }
        return sum + price * model.tree().leaves();
    }

    @Test
    void a_tree_may_be_as_deep_as_it_has_rows() {
        int size = 250; // 4^249 squared is still a number
        double[] values = new double[size];
        double[] targets = new double[size];
        for (int r = 0; r < size; r++) {
            values[r] = r;
            targets[r] = Math.pow(4, r); // so steep that each cut takes the last row off
        }
        TargetRows rows = TargetRows.of(column(values), targets);
        assertThat(DecisionTree.defaults().fit(rows, 1).tree().depth()).isEqualTo(249);
    }

    @Test
    void neighbouring_numbers_are_still_told_apart() {
        double next = Math.nextUp(1.0);
        LabelledRows rows = LabelledRows.of(column(1, next), new int[] {0, 1}, 2);
        assertThat(DecisionTree.defaults().fit(rows, 1).predict(column(1, next)))
                .containsExactly(0, 1);
        LabelledRows huge = LabelledRows.of(column(-1e308, 1.7e308), new int[] {0, 1}, 2);
        assertThat(DecisionTree.defaults().fit(huge, 1).predict(huge.rows())).containsExactly(0, 1);
    }

    @Test
    void a_limit_on_leaves_holds() {
        TreeLimits limits = TreeLimits.none().withRowsPerLeaf(7).withRowsPerSplit(30);
        BinaryTree tree = DecisionTree.defaults()
                .withLimits(limits)
                .fit(SyntheticRows.plane(200, 2, 1, 4), 4)
                .tree();
        for (int node = 0; node < tree.nodes(); node++) {
            assertThat(tree.cover(node)).isGreaterThanOrEqualTo(tree.isLeaf(node) ? 7 : 30);
        }
        assertThat(tree.toString()).contains("leaves=" + tree.leaves());
    }

    @Test
    void a_setting_without_sense_is_refused_by_name() {
        assertThatThrownBy(() -> TreeLimits.none().withDepth(0)).hasMessageContaining("depth is 0");
        assertThatThrownBy(() -> TreeLimits.none().withRowsPerSplit(1)).hasMessageContaining("rowsPerSplit is 1");
        assertThatThrownBy(() -> DecisionTree.defaults().withLeafPrice(-1)).hasMessageContaining("leafPrice is -1");
    }

    @Test
    void a_row_with_a_hole_is_refused() {
        TreeRegressor model = DecisionTree.defaults().fit(SyntheticRows.plane(20, 2, 1, 5), 5);
        assertThatThrownBy(() -> model.predict(new double[] {1, Double.NaN})).hasMessageContaining("column 1 is NaN");
        assertThatThrownBy(() -> model.predict(column(1))).hasMessageContaining("1 values: expected 2");
    }
}
