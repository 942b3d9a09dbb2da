package org.industrialmind.foundations.boosting;

import java.util.function.Consumer;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Regressor;

/** Boosted trees that predict a number. A missing value, and a category never seen, go the way the splits have learned. */
public final class BoostedRegressor implements Regressor {
    private final BoostedTrees trees;
    private final RegressionLoss loss;

    BoostedRegressor(BoostedTrees trees, RegressionLoss loss) {
        this.trees = trees;
        this.loss = loss;
    }

    /** Returns the trees; their raw score is the prediction, or its logarithm under the Poisson loss. */
    public BoostedTrees trees() {
        return trees;
    }

    @Override
    public int columns() {
        return trees.columns();
    }

    @Override
    public double predict(double[] row) {
        return response(trees.raw(row)[0]);
    }

    @Override
    public double[] predict(Matrix rows) {
        return responses(trees.raw(rows)[0]);
    }

    /** Hands out the predictions after the first round, after the second, and so on. Shape of each: [row]. */
    public void staged(Matrix rows, Consumer<double[]> stages) {
        trees.staged(rows, raw -> stages.accept(responses(raw[0].clone())));
    }

    private double[] responses(double[] raw) {
        for (int r = 0; r < raw.length; r++) {
            raw[r] = response(raw[r]);
        }
        return raw;
    }

    private double response(double raw) {
        return switch (loss) {
            case RegressionLoss.Squared _, RegressionLoss.Quantile _ -> raw;
            case RegressionLoss.Poisson _ -> Math.exp(raw);
        };
    }
}
