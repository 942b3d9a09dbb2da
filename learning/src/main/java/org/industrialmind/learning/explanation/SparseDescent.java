package org.industrialmind.learning.explanation;

import java.util.function.ToDoubleFunction;

/**
 * Finds a vector b of few entries at which a score falls to a limit: a minimum of max(score(b), limit) + p sum |b_j|, by
 * one coordinate at a time and values alone.
 *
 * <p>Each round tries every coordinate along a line, coarsely and then finer around the best point, and takes the one that
 * lowers the sum most; a coordinate that was taken may be changed again, or put back to 0. As long as the penalty p is less
 * than the score falls for a unit of some b_j, the limit is reached if it can be; once it is, only shrinking counts. It ends
 * when no coordinate gains, so the answer is a minimum along every coordinate, which need not be the least of all.
 *
 * <p>Complexity: rounds x coordinates x {@value #COARSE} + 2 x {@value #FINE} scores.
 *
 * @param reach the largest |b_j|
 * @param penalty p, as a share of the score's excess over the limit at 0, for each unit of reach
 * @param rounds at most
 */
record SparseDescent(double reach, double penalty, int rounds) {
    private static final int COARSE = 24; // points along a line, evenly
    private static final int FINE = 10; // halvings of the step around the best of them: to a thousandth
    private static final double GAIN = 1e-3; // of the score's excess: less is not worth a round

    SparseDescent {
        if (!(reach > 0) || !(penalty > 0) || rounds < 1) {
            throw new IllegalArgumentException("descent with reach " + reach + ", penalty " + penalty + " and " + rounds
                    + " rounds is not valid: expected all to be positive");
        }
    }

    /** Returns the house settings: up to 24 deviations a channel, a tenth of the excess for all of a reach, 12 rounds. */
    static SparseDescent defaults() {
        return new SparseDescent(24, 0.1, 12);
    }

    /** Returns the vector; all 0 if the score at 0 is not above the limit. */
    double[] below(ToDoubleFunction<double[]> score, int size, double limit) {
        double[] at = new double[size];
        double excess = score.applyAsDouble(at) - limit;
        if (excess <= 0) {
            return at;
        }
        double price = penalty * excess / reach;
        ToDoubleFunction<double[]> cost = b -> {
            double sum = 0;
            for (double value : b) {
                sum += Math.abs(value);
            }
            return Math.max(score.applyAsDouble(b), limit) + price * sum;
        };
        double here = cost.applyAsDouble(at);
        for (int round = 0; round < rounds; round++) {
            int best = -1;
            double bestValue = 0;
            double least = here - GAIN * excess;
            for (int j = 0; j < size; j++) {
                double own = at[j];
                double value = along(cost, at, j);
                at[j] = value;
                double found = cost.applyAsDouble(at);
                at[j] = own;
                if (found < least) {
                    least = found;
                    best = j;
                    bestValue = value;
                }
            }
            if (best < 0) {
                break;
            }
            at[best] = bestValue;
            here = least;
        }
        return at;
    }

    /** Returns the best value found of one coordinate, the others as they are. */
    private double along(ToDoubleFunction<double[]> cost, double[] at, int j) {
        double own = at[j];
        double best = own;
        double least = cost.applyAsDouble(at);
        double step = 2 * reach / COARSE;
        for (int i = 0; i <= COARSE; i++) {
            double value = i * step - reach; // 0 is among them
            at[j] = value;
            double found = cost.applyAsDouble(at);
            if (found < least) {
                least = found;
                best = value;
            }
        }
        for (int i = 0; i < FINE; i++) {
            step /= 2;
            double centre = best;
            for (double value : new double[] {centre - step, centre + step}) {
                at[j] = value;
                double found = Math.abs(value) > reach ? Double.POSITIVE_INFINITY : cost.applyAsDouble(at);
                if (found < least) {
                    least = found;
                    best = value;
                }
            }
        }
        at[j] = own;
        return best;
    }
}
