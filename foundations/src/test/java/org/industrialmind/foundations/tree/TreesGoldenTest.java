package org.industrialmind.foundations.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.TargetRows;
import org.junit.jupiter.api.Test;

/** Judged by scikit-learn, whose thresholds are halfway between floats: six digits are the most to ask of them. */
class TreesGoldenTest {
    private static final Golden GOLDEN = Golden.read("trees");
    private static final Matrix X = GOLDEN.matrix("x");
    private static final int[] LABELS = GOLDEN.integers("labels");
    private static final int[] ALL = IntStream.range(0, LABELS.length).toArray();
    private static final double[] ONES =
            IntStream.range(0, LABELS.length).mapToDouble(r -> 1).toArray();

    private static void compare(DecisionTree trainer, Response response, String name) {
        CartGrower grower = new CartGrower(new RankedColumns(X), response, trainer.limits(), 4, CartGrower.Cut.BEST, 0);
        CartGrower.Grown grown = grower.grow(ALL.clone());
        Matrix expected = GOLDEN.matrix(name);
        assertThat(grown.tree().nodes()).isEqualTo(expected.rows());
        for (int node = 0; node < expected.rows(); node++) {
            double weight = grown.tree().cover(node);
            assertThat(grown.disorders()[node] / weight).isCloseTo(expected.get(node, 3), within(1e-10));
        }
        compare(grown.tree(), name);
    }

    private static void compare(BinaryTree tree, String name) {
        Matrix expected = GOLDEN.matrix(name);
        assertThat(tree.nodes()).isEqualTo(expected.rows());
        for (int node = 0; node < expected.rows(); node++) {
            assertThat(tree.column(node)).isEqualTo((int) expected.get(node, 0));
            assertThat(tree.cover(node)).isEqualTo(expected.get(node, 2));
            if (!tree.isLeaf(node)) {
                assertThat(tree.threshold(node)).isCloseTo(expected.get(node, 1), within(1e-6));
            }
        }
    }

    private static DecisionTree limited(int depth) {
        return DecisionTree.defaults()
                .withLimits(TreeLimits.none().withDepth(depth).withRowsPerLeaf(5));
    }

    @Test
    void splits_and_impurities_by_gini() {
        compare(limited(3), new ClassResponse(LABELS, ONES, 3, Impurity.GINI), "gini");
        compare(limited(3).fit(LabelledRows.of(X, LABELS, 3), 1).tree(), "gini");
    }

    @Test
    void splits_and_impurities_by_entropy() {
        compare(limited(3), new ClassResponse(LABELS, ONES, 3, Impurity.ENTROPY), "entropy");
    }

    @Test
    void splits_and_impurities_of_weighted_rows() {
        compare(limited(3), new ClassResponse(LABELS, GOLDEN.vector("weights"), 3, Impurity.GINI), "weighted");
    }

    @Test
    void splits_and_impurities_by_squared_distance() {
        compare(limited(4), new NumberResponse(GOLDEN.vector("y"), ONES), "squared");
    }

    @Test
    void prunes_to_the_same_tree() {
        double[] prices = GOLDEN.vector("prices");
        DecisionTree trainer =
                DecisionTree.defaults().withLimits(TreeLimits.none().withRowsPerLeaf(3));
        for (int i = 0; i < prices.length; i++) {
            TargetRows rows = TargetRows.of(X, GOLDEN.vector("y"));
            compare(trainer.withLeafPrice(prices[i]).fit(rows, 1).tree(), "pruned" + i);
        }
    }

    @Test
    void votes_with_the_same_voices() {
        VotingClassifier model = AdaBoost.defaults().withRounds(15).fit(LabelledRows.of(X, LABELS, 3), 1);
        double[] voices = model.voters().stream()
                .mapToDouble(VotingClassifier.Voter::voice)
                .toArray();
        assertThat(voices).containsExactly(GOLDEN.vector("voices"), within(1e-9));
        assertThat(model.predict(X)).containsExactly(GOLDEN.integers("voted"));
    }

    @Test
    void expects_the_same_depth_of_a_search() {
        int[] sizes = GOLDEN.integers("sizes");
        double[] depths = GOLDEN.vector("depths");
        for (int i = 0; i < sizes.length; i++) {
            assertThat(IsolationForest.meanDepth(sizes[i])).isCloseTo(depths[i], within(1e-12));
        }
    }
}
