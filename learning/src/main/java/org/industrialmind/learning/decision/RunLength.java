package org.industrialmind.learning.decision;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.industrialmind.foundations.algebra.LuDecomposition;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.statistics.Normal;

/**
 * How many independent standard normal values pass, on average, before a chart of them raises a false alarm (the in-control
 * average run length), and the limit that gives a wanted one.
 *
 * <p>Both charts look up only: C = max(0, C + z - slack), and E = max(0, (1 - weight) E + weight z).
 *
 * <ol>
 *   <li>Siegmund 1985, Sequential Analysis, section 10.2: the closed form for the cumulative sum, a few percent off.
 *   <li>Brook and Evans 1972, An approach to the probability distribution of CUSUM run length, Biometrika 59(3): the
 *       Markov chain that serves both charts.
 * </ol>
 */
public final class RunLength {
    private static final double OVERSHOOT = 1.166; // by which the sum passes its limit, both ends together [1]
    private static final int STATES = 100;
    private static final int HALVINGS = 60;
    private static final double FIRST_GUESS = 0.1;
    static final double LONGEST = 1e9;

    private RunLength() {}

    /**
     * Returns the average run length of a cumulative sum: (e^(2 k b) - 2 k b - 1) / (2 k^2), b = limit + 1.166; with slack
     * 0.5 that is 2 (e^b - b - 1).
     *
     * @param slack k, above 0
     */
    public static double cumulativeSum(double slack, double limit) {
        requirePositive("slack", slack);
        double exponent = 2 * slack * (limit + OVERSHOOT);
        return (Math.expm1(exponent) - exponent) / (2 * slack * slack);
    }

    /** Returns the limit of a cumulative sum that normal values pass once in so many. */
    public static double cumulativeSumLimit(double slack, double runLength) {
        return limit(runLength, limit -> cumulativeSum(slack, limit));
    }

    /**
     * Returns the average run length of an exponentially weighted average.
     *
     * @param weight of the newest value, in (0, 1]
     * @param limit of the average, in standard deviations of the values
     */
    public static double movingAverage(double weight, double limit) {
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("weight " + weight + " of the newest value: expected one in (0, 1]");
        }
        requirePositive("limit", limit);
        double width = 2 * limit / (2 * STATES - 1); // of a state; the first is half as wide, about the barrier at 0
        Matrix leave = leaving(weight, width);
        double[] ones = new double[STATES];
        Arrays.fill(ones, 1);
        return LuDecomposition.of(leave).solve(ones)[0];
    }

    /** Returns the identity less the transitions among the states below the limit. */
    private static Matrix leaving(double weight, double width) {
        double[] cells = new double[STATES * STATES];
        for (int from = 0; from < STATES; from++) {
            double kept = (1 - weight) * from * width;
            double below = 0;
            for (int to = 0; to < STATES; to++) {
                double reached = Normal.cdf(((to + 0.5) * width - kept) / weight);
                cells[from * STATES + to] = (from == to ? 1 : 0) - (reached - below);
                below = reached;
            }
        }
        return Matrix.of(STATES, STATES, cells);
    }

    /** Returns the limit of an average that normal values pass once in so many. */
    public static double movingAverageLimit(double weight, double runLength) {
        return limit(runLength, limit -> movingAverage(weight, limit));
    }

    private static double limit(double runLength, DoubleUnaryOperator runLengthAt) {
        if (!(runLength > 1 && runLength <= LONGEST)) {
            throw new IllegalArgumentException("run length " + runLength + ": expected more than 1 and at most "
                    + LONGEST + " values between false alarms");
        }
        double low = 0;
        double high = FIRST_GUESS;
        // from below: far beyond the limit the chain hardly ever leaves, and its equations cannot be solved
        while (runLengthAt.applyAsDouble(high) < runLength) {
            low = high;
            high *= 1.25;
        }
        for (int i = 0; i < HALVINGS && high - low > 1e-7 * high; i++) {
            double middle = (low + high) / 2;
            if (runLengthAt.applyAsDouble(middle) < runLength) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " " + value + ": expected a positive, finite number");
        }
    }
}
