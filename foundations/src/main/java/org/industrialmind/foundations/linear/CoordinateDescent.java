package org.industrialmind.foundations.linear;

import org.industrialmind.foundations.supervised.TargetRows;

/**
 * The search of the elastic net: columns one at a time, each set to its optimum given the others; the residual is carried
 * along. Keeps its coefficients between penalties. Shape: values [column, row], so that a column is read in one stride.
 */
final class CoordinateDescent {
    private final ScaledColumns x;
    private final int n;
    private final int p;
    private final double[] columns; // centred, times the root of the row's share of the weight: [column, row]
    private final double[] squares;
    private final double[] target; // likewise
    private final double[] residual;
    private final double[] coefficients;
    private final double mean;
    private final double share;

    CoordinateDescent(TargetRows rows, double share) {
        rows.requireComplete();
        this.share = share;
        double[] weights = rows.weights();
        double total = ScaledColumns.sum(weights);
        x = ScaledColumns.centred(rows.rows(), weights);
        n = x.rows;
        p = x.columns;
        double level = 0;
        for (int r = 0; r < n; r++) {
            level += weights[r] / total * rows.target(r);
        }
        mean = level;
        columns = new double[n * p];
        squares = new double[p];
        target = new double[n];
        for (int r = 0; r < n; r++) {
            double root = Math.sqrt(weights[r] / total);
            target[r] = root * (rows.target(r) - mean);
            for (int c = 0; c < p; c++) {
                double value = root * x.values[r * p + c];
                columns[c * n + r] = value;
                squares[c] += value * value;
            }
        }
        for (int c = 0; c < p; c++) {
            if (squares[c] <= 1e-26 * x.means[c] * x.means[c]) {
                squares[c] = 0; // a constant column, but for rounding
            }
        }
        residual = target.clone();
        coefficients = new double[p];
    }

    /** Returns the least penalty at which no column is used. */
    double largestPenalty() {
        double largest = 0;
        for (int c = 0; c < p; c++) {
            largest = Math.max(largest, squares[c] == 0 ? 0 : Math.abs(dot(c, target)));
        }
        return largest / share;
    }

    SparseModel solve(double penalty, int rounds, double tolerance) {
        double allowed = tolerance * RowShape.dot(target, target) / 2;
        double gap = gap(penalty);
        int round = 0;
        while (gap > allowed && round < rounds) {
            round(penalty, false);
            round++;
            while (round < rounds && round(penalty, true) > 1e-3 * Math.sqrt(allowed)) {
                round++;
            }
            gap = gap(penalty);
        }
        double[] found = coefficients.clone();
        LinearModel model = new LinearModel(x.interceptAtOrigin(mean, found), found);
        return new SparseModel(model, penalty, gap, gap <= allowed);
    }

    /** Visits all columns, or those in use, and returns the largest move of the prediction that one of them made. */
    private double round(double penalty, boolean usedOnly) {
        double largest = 0;
        double l1 = penalty * share;
        double l2 = penalty * (1 - share);
        for (int c = 0; c < p; c++) {
            double old = coefficients[c];
            if (squares[c] == 0 || usedOnly && old == 0) {
                continue;
            }
            double pull = dot(c, residual) + squares[c] * old;
            double next = Math.copySign(Math.max(0, Math.abs(pull) - l1), pull) / (squares[c] + l2);
            double move = next - old;
            if (move != 0) {
                coefficients[c] = next;
                for (int r = 0; r < n; r++) {
                    residual[r] -= move * columns[c * n + r];
                }
                largest = Math.max(largest, Math.abs(move) * Math.sqrt(squares[c]));
            }
        }
        return largest;
    }

    private double dot(int c, double[] vector) {
        double sum = 0;
        int at = c * n;
        for (int r = 0; r < n; r++) {
            sum += columns[at + r] * vector[r];
        }
        return sum;
    }

    /**
     * Returns objective less dual objective at the residual, shrunk until it is feasible. The ridge counts as further rows
     * with target 0, which makes the net a lasso.
     */
    private double gap(double penalty) {
        double l1 = penalty * share;
        double l2 = penalty * (1 - share);
        double steepest = 0;
        double absolute = 0;
        double square = 0;
        double alone = 0;
        for (int c = 0; c < p; c++) {
            double slope = squares[c] == 0 ? 0 : dot(c, residual) - l2 * coefficients[c];
            steepest = Math.max(steepest, Math.abs(slope));
            absolute += Math.abs(coefficients[c]);
            square += coefficients[c] * coefficients[c];
            alone += squares[c] == 0 ? 0 : slope * slope / (2 * (squares[c] + l2));
        }
        if (l1 == 0) {
            return alone; // the bound below needs a kink; this is what each column could still win by itself
        }
        double rest = RowShape.dot(residual, residual) + l2 * square;
        double primal = rest / 2 + l1 * absolute;
        double shrink = steepest > l1 ? l1 / steepest : 1;
        double dual = shrink * RowShape.dot(residual, target) - shrink * shrink * rest / 2;
        return primal - dual;
    }
}
