package org.industrialmind.learning.prognosis;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.statistics.Interval;
import org.jspecify.annotations.Nullable;

/**
 * How long a unit will last: quantiles of its remaining life and two means, in the fleet's unit of life.
 *
 * <p>The mean is the number of least squared error; the restricted mean is so for lives of which all beyond the horizon
 * count as the horizon, and equals the area below the survival curve up to there [1]. Quantiles learned one by one may
 * cross; they are put in order, which never makes them worse [2]. No life is negative.
 *
 * <ol>
 *   <li>Royston and Parmar 2013, Restricted mean survival time, BMC Medical Research Methodology 13.
 *   <li>Chernozhukov, Fernandez-Val and Galichon 2010, Quantile and probability curves without crossing, Econometrica 78(3).
 * </ol>
 */
public final class LifeForecast {
    private final List<Double> levels;
    private final double[] lives;
    private final double mean;
    private final double restrictedMean;

    private LifeForecast(List<Double> levels, double[] lives, double mean, double restrictedMean) {
        this.levels = levels;
        this.lives = lives;
        this.mean = mean;
        this.restrictedMean = restrictedMean;
    }

    /**
     * Makes a forecast that answers a question.
     *
     * @param lives one for each level of the question, in any order; copied
     * @throws IllegalArgumentException if there is not one life for each level, or a number is NaN
     */
    public static LifeForecast of(LifeQuestion question, double[] lives, double mean, double restrictedMean) {
        if (lives.length != question.levels().size()
                || Double.isNaN(mean + restrictedMean + Arrays.stream(lives).sum())) {
            throw new IllegalArgumentException("forecast of mean " + mean + ", restricted mean " + restrictedMean
                    + " and lives " + Arrays.toString(lives) + ": expected numbers, one life for each level of "
                    + question.levels());
        }
        double[] ordered = new double[lives.length];
        for (int q = 0; q < lives.length; q++) {
            ordered[q] = Math.max(0, lives[q]);
        }
        Arrays.sort(ordered);
        return new LifeForecast(
                question.levels(), ordered, Math.max(0, mean), Math.clamp(restrictedMean, 0, question.horizon()));
    }

    public List<Double> levels() {
        return levels;
    }

    /** Returns the life of each level, never falling; a copy. */
    public double[] lives() {
        return lives.clone();
    }

    /** Returns the expected remaining life. */
    public double mean() {
        return mean;
    }

    /** Returns the expected remaining life where lives beyond the question's horizon count as the horizon. */
    public double restrictedMean() {
        return restrictedMean;
    }

    /**
     * Returns the life that is not exceeded with this probability: on a straight line between two quantiles, and the
     * outermost quantile beyond.
     */
    public double life(double level) {
        if (level <= levels.getFirst()) {
            return lives[0];
        }
        for (int q = 1; q < lives.length; q++) {
            double upper = levels.get(q);
            if (level <= upper) {
                double share = (upper - level) / (upper - levels.get(q - 1));
                return share * lives[q - 1] + (1 - share) * lives[q];
            }
        }
        return lives[lives.length - 1];
    }

    /**
     * Returns the probability that the unit fails within a time from now, which is where {@link #life} reaches that time:
     * on a straight line from no probability at no time to the first quantile, and no more than the last level beyond.
     */
    public double failureWithin(double time) {
        double ahead = Math.max(0, time);
        double levelBefore = 0;
        double lifeBefore = 0;
        for (int q = 0; q < lives.length; q++) {
            if (ahead < lives[q]) {
                double share = (ahead - lifeBefore) / (lives[q] - lifeBefore);
                return levelBefore + share * (levels.get(q) - levelBefore);
            }
            levelBefore = levels.get(q);
            lifeBefore = lives[q];
        }
        return levelBefore;
    }

    /** Returns the interval between the outermost quantiles. */
    public Interval interval() {
        return new Interval(lives[0], lives[lives.length - 1]);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LifeForecast that
                && levels.equals(that.levels)
                && Arrays.equals(lives, that.lives)
                && mean == that.mean
                && restrictedMean == that.restrictedMean;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lives) + Double.hashCode(mean);
    }

    @Override
    public String toString() {
        return "LifeForecast[mean " + mean + ", " + levels + " -> " + Arrays.toString(lives) + "]";
    }
}
