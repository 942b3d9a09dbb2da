package org.industrialmind.foundations.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.boosting.BoostedClassifier;
import org.industrialmind.foundations.boosting.BoostedRegressor;
import org.industrialmind.foundations.boosting.GradientBoosting;
import org.industrialmind.foundations.boosting.TreeShape;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.industrialmind.foundations.supervised.TargetRows;
import org.industrialmind.foundations.tree.BinaryTree;
import org.industrialmind.foundations.tree.DecisionTree;
import org.industrialmind.foundations.tree.ForestClassifier;
import org.industrialmind.foundations.tree.RandomForest;
import org.industrialmind.foundations.tree.TreeLimits;
import org.industrialmind.foundations.tree.TreeRegressor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeShapTest {
    private static final int COLUMNS = 5;

    /** Rows with holes and a categorical last column. */
    private static TargetRows rows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] values = new double[200][COLUMNS];
        double[] targets = new double[200];
        for (int r = 0; r < 200; r++) {
            for (int c = 0; c < COLUMNS - 1; c++) {
                values[r][c] = random.nextGaussian();
            }
            values[r][4] = random.nextInt(5);
            targets[r] = values[r][0] * values[r][1] + Math.abs(values[r][2]) + (values[r][4] == 3 ? 2 : 0);
            if (random.nextInt(10) == 0) {
                values[r][1] = Double.NaN;
            }
        }
        return TargetRows.of(Matrix.ofRows(values), targets);
    }

    private static BoostedRegressor boosted(TargetRows rows, long seed) {
        return GradientBoosting.defaults()
                .withRounds(10)
                .withTree(TreeShape.defaults().withRowsPerLeaf(3).withCategorySupport(0))
                .withCategorical(4)
                .fit(rows, seed);
    }

    /** The mean of a tree over all ways that the columns outside a set may take. */
    private static double known(BinaryTree tree, int node, double[] row, int set) {
        if (tree.isLeaf(node)) {
            return tree.value(node, 0);
        }
        int left = tree.left(node);
        int right = tree.right(node);
        if ((set >> tree.column(node) & 1) != 0) {
            return known(tree, tree.goesLeft(node, row[tree.column(node)]) ? left : right, row, set);
        }
        return (tree.cover(left) * known(tree, left, row, set) + tree.cover(right) * known(tree, right, row, set))
                / tree.cover(node);
    }

    /** The definition: a column's mean contribution over all orders, set by set. */
    private static double shapley(BoostedRegressor model, double[] row, int column) {
        double[] factorial = {1, 1, 2, 6, 24, 120};
        double sum = 0;
        for (int set = 0; set < 1 << COLUMNS; set++) {
            if ((set >> column & 1) != 0) {
                continue;
            }
            int size = Integer.bitCount(set);
            double chance = factorial[size] * factorial[COLUMNS - size - 1] / factorial[COLUMNS];
            for (int t = 0; t < model.trees().rounds(); t++) {
                BinaryTree tree = model.trees().tree(t, 0);
                sum += chance * (known(tree, 0, row, set | 1 << column) - known(tree, 0, row, set));
            }
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void is_what_the_definition_says_set_by_set(long seed) {
        TargetRows rows = rows(seed);
        BoostedRegressor model = boosted(rows, seed);
        TreeShap shap = TreeShap.of(model);
        for (int r = 0; r < 20; r++) {
            double[] row = rows.rows().row(r);
            double[] values = shap.values(row).row(0);
            for (int c = 0; c < COLUMNS; c++) {
                assertThat(values[c]).isCloseTo(shapley(model, row, c), within(1e-10));
            }
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void sums_to_the_prediction_less_the_expectation(long seed) {
        TargetRows rows = rows(seed);
        BoostedRegressor model = boosted(rows, seed);
        TreeShap shap = TreeShap.of(model);
        Matrix values = shap.values(rows.rows(), 0);
        double[] predicted = model.predict(rows.rows());
        for (int r = 0; r < predicted.length; r++) {
            assertThat(shap.expectation(0) + sum(values.row(r))).isCloseTo(predicted[r], within(1e-9));
        }
    }

    @Test
    void sums_for_each_class_of_a_forest_and_of_boosted_trees() {
        LabelledRows rows = SyntheticRows.clouds(150, 4, 3, 1, 6);
        ForestClassifier forest = RandomForest.defaults().withTrees(8).fit(rows, 6);
        BoostedClassifier boosted = GradientBoosting.defaults().withRounds(5).fit(rows, 6);
        TreeShap ofForest = TreeShap.of(forest);
        TreeShap ofBoosted = TreeShap.of(boosted);
        assertThat(ofBoosted.outputs()).isEqualTo(3);
        for (int r = 0; r < 10; r++) {
            double[] row = rows.rows().row(r);
            for (int k = 0; k < 3; k++) {
                assertThat(ofForest.expectation(k) + sum(ofForest.values(row).row(k)))
                        .isCloseTo(forest.probabilities(row)[k], within(1e-9));
                assertThat(ofBoosted.expectation(k) + sum(ofBoosted.values(row).row(k)))
                        .isCloseTo(boosted.trees().raw(row)[k], within(1e-9));
            }
        }
    }

    @Test
    void a_column_that_is_never_asked_gets_nothing() {
        TargetRows plane = SyntheticRows.plane(100, 3, 0, 7);
        double[][] widened = new double[100][];
        for (int r = 0; r < 100; r++) {
            widened[r] = new double[] {plane.rows().get(r, 0), 5, plane.rows().get(r, 1)};
        }
        TreeRegressor tree = DecisionTree.defaults()
                .withLimits(TreeLimits.none().withDepth(4))
                .fit(TargetRows.of(Matrix.ofRows(widened), plane.targets()), 7);
        TreeShap shap = TreeShap.of(tree);
        assertThat(shap.columns()).isEqualTo(3);
        assertThat(shap.values(widened[0]).get(0, 1)).isZero();
        assertThatThrownBy(() -> shap.values(new double[2])).hasMessageContaining("2 values: expected 3");
    }

    @Test
    void one_split_hands_all_to_its_column() {
        TargetRows rows = TargetRows.of(
                Matrix.ofRows(new double[] {0, 1}, new double[] {0, 2}, new double[] {1, 1}, new double[] {1, 2}),
                new double[] {2, 2, 10, 10});
        TreeShap shap = TreeShap.of(DecisionTree.defaults().fit(rows, 1));
        assertThat(shap.expectation(0)).isEqualTo(6);
        assertThat(shap.values(new double[] {1, 1}).row(0)).containsExactly(4, 0);
    }
}
