package org.industrialmind.learning.prognosis.path;

import org.industrialmind.foundations.statistics.Gamma;
import org.industrialmind.foundations.statistics.Normal;

/**
 * The remaining life of one machine by its path: the time until its wear reaches the level at which it fails, where pace,
 * unrest and that level are all known only so far.
 *
 * <p>Given variance and limit the time is a {@link FirstPassage} in closed form, the pace already averaged out; over the
 * variance and the limit it is averaged on equally likely points. A machine that works has not failed yet, so limits below
 * the highest wear it has survived are out of the question, and so are lives that would be over by now.
 */
public final class PathLife {
    private static final int LIMITS = 6;
    private static final int VARIANCES = 4;
    private static final int HALVINGS = 24; // of the logarithm: to six digits
    private static final double SOONEST = 1e-6; // hours; 4 ms

    private final FirstPassage[] passages;
    private final double since;
    private final double survived;

    private PathLife(FirstPassage[] passages, double since) {
        this.passages = passages;
        this.since = since;
        this.survived = 1 - arrived(since);
    }

    /**
     * Returns the life that follows from a belief.
     *
     * @param highest the highest wear that the machine has survived
     * @param nowHours the present, in hours since the start of the path
     */
    public static PathLife of(FleetPrior prior, PathBelief belief, double highest, double nowHours) {
        Gamma precision = new Gamma(belief.shape(), 1 / belief.scale());
        FirstPassage[] passages = new FirstPassage[LIMITS * VARIANCES];
        for (int v = 0; v < VARIANCES; v++) {
            double diffusion = 1 / precision.quantile((v + 0.5) / VARIANCES);
            double deviation = Math.sqrt(diffusion / belief.hours());
            for (int l = 0; l < LIMITS; l++) {
                double limit = limitAbove(Math.max(highest, belief.wear()), prior.limitSpread(), (l + 0.5) / LIMITS);
                passages[v * LIMITS + l] = new FirstPassage(limit - belief.wear(), belief.pace(), deviation, diffusion);
            }
        }
        return new PathLife(passages, Math.max(0, nowHours - belief.wearHours()));
    }

    /** Returns the quantile of the limit's belief, N(1, spread^2), given that it lies above what has been survived. */
    private static double limitAbove(double survived, double spread, double p) {
        double tail = Normal.tail((survived - 1) / spread);
        double limit = tail < 1e-12 ? survived : 1 - spread * Normal.quantile((1 - p) * tail);
        return Math.max(limit, survived + spread / 100); // never so near that the distance vanishes
    }

    /** Returns the probability that the life ends within so many hours from now. */
    public double probabilityWithin(double hours) {
        if (hours <= 0) {
            return 0;
        }
        return survived <= 0 ? 1 : Math.clamp((arrived(since + hours) - (1 - survived)) / survived, 0, 1);
    }

    /**
     * Returns the hours that the life exceeds with probability 1 - level, or infinity where that is more than the horizon.
     *
     * @param horizon how far the model is trusted to see, in hours
     */
    public double hours(double level, double horizon) {
        if (!(level > 0 && level < 1) || !(horizon > SOONEST)) {
            throw new IllegalArgumentException("quantile of level " + level + " within " + horizon
                    + " h: expected a level between 0 and 1 and a positive horizon");
        }
        if (probabilityWithin(horizon) < level) {
            return Double.POSITIVE_INFINITY;
        }
        double low = Math.log(SOONEST);
        double high = Math.log(horizon);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (probabilityWithin(Math.exp(middle)) < level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(high);
    }

    private double arrived(double hours) {
        double sum = 0;
        for (FirstPassage passage : passages) {
            sum += passage.cdf(hours);
        }
        return sum / passages.length;
    }
}
