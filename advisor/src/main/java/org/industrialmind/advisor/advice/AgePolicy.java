package org.industrialmind.advisor.advice;

import org.industrialmind.learning.prognosis.path.WeibullLife;

/**
 * Replacing by age alone: the age at which replacing costs least in the long run, and what it saves.
 *
 * <p>Replaced at age T or at failure, a machine costs g(T) = [c_p R(T) + c_f F(T)] / (mean hours until then) per hour. Where
 * the rate of failures h rises, g is least where
 *
 * <pre>   h(T) * (mean hours until T) - F(T) = c_p / (c_f - c_p)</pre>
 *
 * <p>whose left side only rises, so halving finds it. Where the rate does not rise there is no such age, and replacing
 * what works is money lost.
 *
 * @param ageHours at which to replace; infinite where running to failure is best
 * @param costShare the cost of this policy as a share of running to failure
 * @see "Barlow and Hunter 1960, Optimum preventive maintenance policies, Operations Research 8(1)"
 */
public record AgePolicy(double ageHours, double costShare) {
    private static final int HALVINGS = 100;
    private static final double OLDEST = 20; // scales: fewer than one in a billion live as long even with shape 1.02
    private static final double RUN_TO_FAILURE = 1;

    /**
     * Returns the cheapest policy.
     *
     * @param ratio the cost of a failure over that of a replacement in time, above 1
     * @throws IllegalArgumentException if the ratio is not above 1
     */
    public static AgePolicy of(WeibullLife life, double ratio) {
        if (!(ratio > 1)) {
            throw new IllegalArgumentException(
                    "a failure costs " + ratio + " times a replacement: expected more than once");
        }
        double target = 1 / (ratio - 1);
        double low = 0;
        double high = OLDEST * life.scaleHours();
        if (life.shape() <= 1 || gain(life, high) < target) {
            return new AgePolicy(Double.POSITIVE_INFINITY, RUN_TO_FAILURE);
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (gain(life, middle) < target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double perHour = (life.tail(high) + ratio * (1 - life.tail(high))) / life.meanHoursUntil(high);
        return new AgePolicy(high, perHour * life.meanHours() / ratio);
    }

    private static double gain(WeibullLife life, double age) {
        return life.hazard(age) * life.meanHoursUntil(age) - (1 - life.tail(age));
    }
}
