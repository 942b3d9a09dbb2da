package org.industrialmind.learning.prognosis.path;

import java.util.List;
import org.industrialmind.foundations.statistics.Gamma;
import org.industrialmind.foundations.statistics.Weibull;

/**
 * The life of a kind of machine by its age alone, Weibull distributed: what is known before anyone looks at the machine.
 *
 * <p>Most plants see fewer than ten failures of a kind, which pins the scale down but not the shape. So the shape is
 * estimated only from {@value #ENOUGH_FAILURES} failures on; with fewer it is taken from experience with the kind, and the
 * scale alone is estimated, which has a closed form (Weibayes [1]):
 *
 * <pre>   scale = (sum of hours^shape over all units, failed or not / failures)^(1 / shape)</pre>
 *
 * <p>With no failure at all that quotient is taken with one failure, as if the first were about to happen: a lower bound
 * of 63 % confidence.
 *
 * <ol>
 *   <li>Abernethy 2006, The New Weibull Handbook, 5th ed., chapter 6.
 * </ol>
 *
 * @param shape below 1: early failures; 1: no ageing; above 1: wear
 * @param scaleHours the age that 36.8 % exceed, in hours of operation
 */
public record WeibullLife(double shape, double scaleHours) {
    private static final int ENOUGH_FAILURES = 5; // below, the most likely shape is biased upwards by a third and more

    /** @throws IllegalArgumentException unless both are positive and finite */
    public WeibullLife {
        law(shape, scaleHours);
    }

    /**
     * Returns the life that fits those units: by maximum likelihood where enough have failed, else by Weibayes.
     *
     * @param usualShape the shape that experience gives to this kind, used where too few have failed to tell
     * @throws IllegalArgumentException if there is no unit, or the usual shape is not positive
     */
    public static WeibullLife fit(List<Lifetime> units, double usualShape) {
        long failures = units.stream().filter(Lifetime::failed).count();
        return failures < ENOUGH_FAILURES ? weibayes(units, usualShape) : mostLikely(units);
    }

    /**
     * Returns the most likely life, both parameters estimated.
     *
     * @throws IllegalArgumentException if fewer than two units failed, or all at one age that none outlived
     */
    public static WeibullLife mostLikely(List<Lifetime> units) {
        double[] hours = units.stream().mapToDouble(Lifetime::hours).toArray();
        boolean[] failed = new boolean[hours.length];
        for (int i = 0; i < failed.length; i++) {
            failed[i] = units.get(i).failed();
        }
        Weibull law = Weibull.fit(hours, failed);
        return new WeibullLife(law.shape(), law.scale());
    }

    /** Returns the most likely life of that shape; with no failure, a lower bound of 63 % confidence. */
    public static WeibullLife weibayes(List<Lifetime> units, double shape) {
        if (units.isEmpty()) {
            throw new IllegalArgumentException("no unit was given: expected at least one, failed or running");
        }
        law(shape, 1);
        double longest = units.stream().mapToDouble(Lifetime::hours).max().orElseThrow();
        double sum = 0; // in powers of the longest life, so that none overflows
        for (Lifetime unit : units) {
            sum += Math.pow(unit.hours() / longest, shape);
        }
        long failures = units.stream().filter(Lifetime::failed).count();
        return new WeibullLife(shape, longest * Math.pow(sum / Math.max(1, failures), 1 / shape));
    }

    /** Returns the share of units that live longer than so many hours. */
    public double tail(double hours) {
        return law().tail(hours);
    }

    /** Returns the rate of failures among those that have lived so many hours, per hour. */
    public double hazard(double hours) {
        return shape / scaleHours * Math.pow(hours / scaleHours, shape - 1);
    }

    /** Returns the mean life in hours. */
    public double meanHours() {
        return law().mean();
    }

    /** Returns the mean hours that a unit works if it is replaced at that age or at its failure, whichever comes first. */
    public double meanHoursUntil(double age) {
        if (Double.isInfinite(age)) {
            return meanHours();
        }
        // the integral of exp(-(t / scale)^shape) from 0 to the age is a part of the mean: an incomplete gamma function
        return meanHours() * new Gamma(1 / shape, 1).cdf(Math.pow(age / scaleHours, shape));
    }

    /** Returns the density of the remaining life of a unit of that age: f(age + remaining) / R(age), per hour. */
    public double remainingDensity(double age, double remaining) {
        if (remaining < 0) {
            return 0;
        }
        Weibull law = law();
        return Math.exp(law.logDensity(age + remaining) + Math.pow(age / scaleHours, shape));
    }

    /** Returns the probability that a unit of that age fails within so many more hours. */
    public double probabilityWithin(double age, double hours) {
        return -Math.expm1(
                Math.pow(age / scaleHours, shape) - Math.pow((age + Math.max(0, hours)) / scaleHours, shape));
    }

    /** Returns the hours that the remaining life of a unit of that age exceeds with probability 1 - level. */
    public double remainingHours(double age, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "level " + level + " has no quantile: expected a number between 0 and 1, both excluded");
        }
        return scaleHours * Math.pow(Math.pow(age / scaleHours, shape) - Math.log1p(-level), 1 / shape) - age;
    }

    private Weibull law() {
        return law(shape, scaleHours);
    }

    private static Weibull law(double shape, double scale) {
        return new Weibull(shape, scale);
    }
}
