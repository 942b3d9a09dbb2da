package org.industrialmind.learning.decision;

import java.util.Arrays;
import org.industrialmind.foundations.statistics.GeneralisedPareto;

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
 *   <li>beyond the {@linkplain #reach() reach}, the smallest probability that the calibration can honestly speak of: no
 *       lighter than a shape of {@value #SUSPICIOUS}, which is where the heaviest of measured tails - floods, losses - are
 *       found. Scores out there keep their order and claim far less than a lighter tail would.
 * </ol>
 */
final class Tail {
    static final double BODY = 0.98;
    static final int KNOTS = 65;

    private static final double SUSPICIOUS = 0.25;

    private final double[] knots; // scores that the shares BODY * i / (KNOTS - 1) stay below, ascending
    private final double count;
    private final double reach;
    private final GeneralisedPareto above; // of scores beyond the threshold
    private final GeneralisedPareto beyond; // of scores beyond the reach

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
        this.above = new GeneralisedPareto(threshold(), scale, shape);
        double decay = Math.log(atThreshold() / this.reach); // of the tail, down to the reach
        double excess = shape == 0 ? decay : Math.expm1(shape * decay) / shape;
        double slope = scale * (1 + shape * excess); // the same where the two parts meet
        this.beyond = new GeneralisedPareto(threshold() + scale * excess, slope, Math.max(shape, SUSPICIOUS));
    }

    /** Returns the probability, in (0, 1], of a score of at least x. */
    double probability(double x) {
        if (x >= beyond.location()) {
            return Math.max(Double.MIN_NORMAL, reach * beyond.tail(x));
        }
        return x > threshold() ? atThreshold() * above.tail(x) : counted(x);
    }

    private double counted(double x) {
        int knot = 0; // the first knot that is at least x; of equal ones the first, which errs to the common side
        int end = KNOTS;
        while (knot < end) {
            int middle = (knot + end) >>> 1;
            if (knots[middle] < x) {
                knot = middle + 1;
            } else {
                end = middle;
            }
        }
        double share = knot == 0 ? 0 : knot - (knots[knot] - x) / (knots[knot] - knots[knot - 1]);
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
        return above.scale();
    }

    double shape() {
        return above.shape();
    }
}
