package org.industrialmind.foundations.linear;

/**
 * Newton's method with step halving: each step solves the quadratic that touches the loss at the point.
 *
 * @param settled whether the descent that the last step promised was no more than asked for
 */
record NewtonSearch(boolean settled, Step step) {
    private static final double SHORTEST = 1e-10; // of a step: no descent is left that rounding would let us see

    /** The last step, before it was halved. */
    static final class Step {
        private final double[] values;

        Step(double[] values) {
            this.values = values;
        }
    }

    double[] lastStep() {
        return step.values;
    }

    /** Moves the point to the minimum, until a step promises no more descent than is enough. */
    static NewtonSearch minimise(CurvedLoss loss, double[] point, int iterations, double enough) {
        int d = loss.dimensions();
        double[] gradient = new double[d];
        double value = loss.at(point, gradient);
        double[] next = new double[d];
        double[] nextGradient = new double[d];
        double[] step = new double[d];
        for (int i = 0; i < iterations; i++) {
            step = gradient.clone();
            Definite.solve(Definite.factorLifted(loss.curvature(point), d), d, step);
            double promised = RowShape.dot(step, gradient);
            double length = 2;
            double nextValue;
            do {
                length /= 2;
                for (int j = 0; j < d; j++) {
                    next[j] = point[j] - length * step[j];
                }
                nextValue = loss.at(next, nextGradient);
            } while (!(nextValue <= value + 1e-14 * Math.abs(value) - 1e-4 * length * promised) && length > SHORTEST);
            if (length > SHORTEST) {
                System.arraycopy(next, 0, point, 0, d);
                System.arraycopy(nextGradient, 0, gradient, 0, d);
                value = nextValue;
            }
            if (promised <= enough || length <= SHORTEST) {
                return new NewtonSearch(promised <= enough, new Step(step));
            }
        }
        return new NewtonSearch(false, new Step(step));
    }

    /**
     * Returns the standard errors of intercept and coefficients in the rows' own units, from the curvature of a negative
     * log-likelihood by coefficients and then intercept. Shape: [1 + column].
     */
    static double[] standardErrors(double[] curvature, ScaledColumns x) {
        int d = x.columns + 1;
        double[] factor = Definite.factorLifted(curvature, d);
        double[] errors = new double[d];
        for (int j = 0; j < d; j++) {
            double[] towards = new double[d]; // how the term depends on the scaled ones
            if (j == 0) {
                towards[d - 1] = 1;
                for (int c = 0; c < x.columns; c++) {
                    towards[c] = -x.means[c] / x.scales[c];
                }
            } else {
                towards[j - 1] = 1 / x.scales[j - 1];
            }
            double[] solved = towards.clone();
            Definite.solve(factor, d, solved);
            errors[j] = Math.sqrt(RowShape.dot(towards, solved));
        }
        return errors;
    }
}
