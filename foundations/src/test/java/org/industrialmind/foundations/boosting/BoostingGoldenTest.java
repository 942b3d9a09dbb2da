package org.industrialmind.foundations.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.TargetRows;
import org.junit.jupiter.api.Test;

/** Judged by scikit-learn's HistGradientBoosting, which keeps gradients as floats: six digits are the most to ask. */
class BoostingGoldenTest {
    private static final Golden GOLDEN = Golden.read("boosting");
    private static final Matrix X = GOLDEN.matrix("x");
    private static final TargetRows ROWS = TargetRows.of(X, GOLDEN.vector("y"));
    private static final GradientBoosting TRAINER = GradientBoosting.defaults()
            .withRounds(20)
            .withTree(TreeShape.defaults().withLeaves(8).withRowsPerLeaf(10))
            .withCategorical(3);

    private static void compare(GradientBoosting trainer, TargetRows rows, String name) {
        compare(trainer.fit(rows, 1).predict(X), name);
    }

    private static void compare(double[] found, String name) {
        double[] expected = GOLDEN.vector(name);
        assertThat(found).hasSameSizeAs(expected);
        double farthest = IntStream.range(0, found.length)
                .mapToDouble(i -> Math.abs(found[i] - expected[i]))
                .max()
                .orElseThrow();
        assertThat(farthest).isLessThan(1e-6);
    }

    @Test
    void squared_loss_with_missing_values_and_categories() {
        compare(TRAINER, ROWS, "squared");
    }

    @Test
    void a_leaf_penalty_and_a_depth() {
        compare(TRAINER.withTree(TRAINER.tree().withLeafPenalty(5).withDepth(2)), ROWS, "penalised");
    }

    @Test
    void weights() {
        compare(TRAINER, TargetRows.weighted(X, GOLDEN.vector("y"), GOLDEN.vector("weights")), "weighted");
    }

    @Test
    void monotone_columns() {
        compare(TRAINER.withMonotone(Map.of(0, Direction.RISING, 2, Direction.FALLING)), ROWS, "monotone");
    }

    @Test
    void the_median() {
        compare(TRAINER.withLoss(RegressionLoss.absolute()), ROWS, "absolute");
    }

    @Test
    void a_quantile() {
        compare(TRAINER.withLoss(new RegressionLoss.Quantile(0.8)), ROWS, "quantile");
    }

    @Test
    void counts() {
        compare(TRAINER.withLoss(new RegressionLoss.Poisson()), TargetRows.of(X, GOLDEN.vector("counts")), "poisson");
    }

    @Test
    void two_classes() {
        LabelledRows rows = LabelledRows.of(X, GOLDEN.integers("two"), 2);
        compare(TRAINER.fit(rows, 1).probabilities(X).column(1), "binary");
    }

    @Test
    void three_classes() {
        LabelledRows rows = LabelledRows.of(X, GOLDEN.integers("three"), 3);
        compare(TRAINER.fit(rows, 1).probabilities(X).toArray(), "softmax");
    }
}
