package org.industrialmind.learning.decision;

/**
 * What adds up over time: small evidence that lasts until it shows.
 *
 * <p>Values are standard normal in normal running, larger the more abnormal. The evidence starts from 0, never falls below
 * it, and an alarm is due above the limit.
 */
public sealed interface Evidence {
    /** Returns the evidence after one more value. */
    double next(double evidence, double value);

    double limit();

    /**
     * The cumulative sum, best against a shift of twice the slack. It also says since when: the evidence has been above 0
     * without a break since the shift, give or take.
     *
     * @see "Page 1954, Continuous inspection schemes, Biometrika 41"
     */
    record CumulativeSum(double slack, double limit) implements Evidence {
        public CumulativeSum {
            requirePositive(slack, limit);
        }

        /** Returns the sum that normal values pass once in so many. */
        public static CumulativeSum of(double slack, double runLength) {
            return new CumulativeSum(slack, RunLength.cumulativeSumLimit(slack, runLength));
        }

        @Override
        public double next(double evidence, double value) {
            return Math.max(0, evidence + value - slack);
        }
    }

    /**
     * The exponentially weighted average, which shows the present level while it watches.
     *
     * @see "Roberts 1959, Control chart tests based on geometric moving averages, Technometrics 1(3)"
     */
    record MovingAverage(double weight, double limit) implements Evidence {
        public MovingAverage {
            requirePositive(weight, limit);
        }

        /** Returns the average that normal values pass once in so many. */
        public static MovingAverage of(double weight, double runLength) {
            return new MovingAverage(weight, RunLength.movingAverageLimit(weight, runLength));
        }

        @Override
        public double next(double evidence, double value) {
            return Math.max(0, (1 - weight) * evidence + weight * value);
        }
    }

    private static void requirePositive(double first, double limit) {
        if (!(first > 0 && limit > 0) || !Double.isFinite(first + limit)) {
            throw new IllegalArgumentException("evidence with slack or weight " + first + " and limit " + limit
                    + ": expected positive, finite numbers");
        }
    }
}
