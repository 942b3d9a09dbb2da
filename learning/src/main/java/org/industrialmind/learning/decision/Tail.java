package org.industrialmind.learning.decision;

import java.util.Arrays;

/**
 * How often normal running gives a score at least this large.
 *
 * <p>Three parts that meet without a jump, falling all the way and never 0:
 *
 * <ol>
 *   <li>up to the threshold, {@value #BODY} of the scores: counted, one more than was seen out of one more than there
 *       were, so that a score is never called rarer than the data can say;
 *   <li>above it: generalised Pareto, whose shape is that of the class and never below 0, since an end of the tail that
 *       was read off a few days would make the next day impossible;
 *   <li>beyond the {@linkplain #reach() reach}, the smallest probability the calibration can honestly speak of: falling
 *       only as one over the distance. Scores out there keep their order and claim next to nothing more.
 * </ol>
 */
final class Tail {
    static final double BODY = 0.98;
    static final int KNOTS = 65;

    private final double[] knots; // scores that the shares BODY * i / (KNOTS - 1) stay below, ascending
    private final double count;
    private final double scale;
    private final double shape;
    private final double reach;
    private final double reachScore;
    private final double reachScale;

    /**
     * Makes a tail.
     *
     * @param knots {@value #KNOTS} scores, ascending
     * @param count how many scores were counted
     * @param scale of the excesses over the last knot
     * @param shape from 0
     * @param reach the smallest probability that is extrapolated to
     */
    Tail(double[] knots, double count, double scale, double shape, double reach) {
        this.knots = knots.clone();
        this.count = count;
        this.scale = scale;
        this.shape = shape;
        boolean rising = knots.length == KNOTS && Double.isFinite(knots[0]) && Double.isFinite(knots[KNOTS - 1]);
        for (int i = 1; rising && i < KNOTS; i++) {
            rising = knots[i] >= knots[i - 1];
        }
        boolean numbers = count >= 1 && scale > 0 && Double.isFinite(scale) && shape >= 0 && shape < 1;
        if (!rising || !numbers || !(reach > 0 && reach < 1)) {
            throw new IllegalArgumentException("tail of " + count + " scores with scale " + scale + ", shape " + shape
                    + ", reach " + reach + " and knots " + Arrays.toString(knots) + " is not valid: expected " + KNOTS
                    + " rising knots, a positive scale, a shape in [0, 1) and a reach in (0, 1)");
        }
        this.reach = Math.min(reach, atThreshold());
        double decay = Math.log(atThreshold() / this.reach); // of the tail, down to the reach
        double excess = shape == 0 ? decay : Math.expm1(shape * decay) / shape;
        this.reachScore = threshold() + scale * excess;
        this.reachScale = scale * (1 + shape * excess); // of the same slope where the two parts meet
    }

    /** Returns the probability, in (0, 1], of a score of at least x. */
    double probability(double x) {
        if (x >= reachScore) {
            return Math.max(Double.MIN_NORMAL, reach / (1 + (x - reachScore) / reachScale));
        }
        return x > threshold() ? atThreshold() * excessTail((x - threshold()) / scale) : counted(x);
    }

    private double excessTail(double z) {
        return shape == 0 ? Math.exp(-z) : Math.exp(-Math.log1p(shape * z) / shape);
    }

    private double counted(double x) {
        int above = 0; // the first knot that is at least x; of equal ones the first, which errs to the common side
        int end = KNOTS;
        while (above < end) {
            int middle = (above + end) >>> 1;
            if (knots[middle] < x) {
                above = middle + 1;
            } else {
                end = middle;
            }
        }
        double share = above == 0 ? 0 : above - (knots[above] - x) / (knots[above] - knots[above - 1]);
        return corrected(BODY * share / (KNOTS - 1));
    }

    private double atThreshold() {
        return corrected(BODY);
    }

    private double corrected(double below) {
        return (1 + count * (1 - below)) / (count + 1);
    }

    /** Returns minus the decimal logarithm of the probability: 3 is one normal window in a thousand. */
    double surprise(double x) {
        return -Math.log10(probability(x));
    }

    double threshold() {
        return knots[KNOTS - 1];
    }

    /** Returns the smallest probability that the calibration speaks of. */
    double reach() {
        return reach;
    }

    double[] knots() {
        return knots.clone();
    }

    double count() {
        return count;
    }

    double scale() {
        return scale;
    }

    double shape() {
        return shape;
    }
}
