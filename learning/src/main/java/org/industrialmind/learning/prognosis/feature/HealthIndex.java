package org.industrialmind.learning.prognosis.feature;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.linear.LinearModel;
import org.industrialmind.foundations.linear.Ridge;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * One number that falls from about 1 to 0 as a unit wears: the weighted sum of its sensors that tells remaining life best.
 *
 * <p>A single sensor is mostly noise; their sum is not, and its course over a hundred rows says more than all sensors now.
 * The weights are those of a ridge regression on the life left, as a share of the horizon and no more than 1, since what is
 * beyond the horizon does not show yet.
 */
final class HealthIndex {
    private final double intercept;
    private final double[] weights;

    /** @param weights one for each sensor; taken as they are */
    HealthIndex(double intercept, double[] weights) {
        this.intercept = intercept;
        this.weights = weights;
    }

    double intercept() {
        return intercept;
    }

    double[] weights() {
        return weights.clone();
    }

    /** Collects what the index is learned from. */
    static final class Lessons {
        private final List<double[]> rows = new ArrayList<>();
        private final List<Double> health = new ArrayList<>();

        /** @param share life left as a share of the horizon, at most 1 */
        void add(double[] sensors, double share) {
            rows.add(sensors);
            health.add(share);
        }

        HealthIndex learned() {
            double[] targets = health.stream().mapToDouble(share -> share).toArray();
            Matrix matrix = Matrix.ofRows(rows.toArray(double[][]::new));
            LinearModel model = Ridge.defaults().fit(TargetRows.of(matrix, targets), 0);
            return new HealthIndex(model.intercept(), model.coefficients());
        }
    }

    /** Returns the index along a run. Shape: [row, sensor] -> [row]. */
    double[] along(double[][] sensors) {
        double[] index = new double[sensors.length];
        for (int row = 0; row < index.length; row++) {
            index[row] = intercept;
            for (int s = 0; s < weights.length; s++) {
                index[row] += weights[s] * sensors[row][s];
            }
        }
        return index;
    }
}
