package org.industrialmind.learning.prognosis.path;

import org.industrialmind.foundations.statistics.Normal;

/**
 * When a Brownian motion first reaches a level, where its drift is known only up to a normal belief.
 *
 * <p>With a certain, positive drift this is the inverse Gaussian distribution [1]. With drift believed to be N(m, s^2) the
 * average over the belief still has a closed form [2]: with D^2 = s^2 t^2 + v t,
 *
 * <pre>
 *   F(t) = Phi(a) + exp((b^2 - a^2) / 2) Phi(-b),   a = (m t - w) / D,   b = (2 s^2 w t / v + m t + w) / D
 * </pre>
 *
 * <p>where w is the distance and v the variance per hour. A drift that may be negative may never arrive: the distribution
 * then has a share at infinity, and that share is how sure one may be that there is no end in sight.
 *
 * <ol>
 *   <li>Folks and Chhikara 1978, The inverse Gaussian distribution and its statistical application, JRSS B 40(3).
 *   <li>Si, Wang, Chen, Hu and Zhou 2013, A degradation path-dependent approach for remaining useful life estimation with an
 *       exact and closed-form solution, European Journal of Operational Research 226(1).
 * </ol>
 *
 * @param distance to the level, positive
 * @param drift mean of the belief, per hour; any sign
 * @param driftDeviation standard deviation of the belief, per hour; 0 for a known drift
 * @param diffusion variance per hour, positive
 */
public record FirstPassage(double distance, double drift, double driftDeviation, double diffusion) {
    /** @throws IllegalArgumentException unless distance and diffusion are positive and the drift's belief is finite */
    public FirstPassage {
        boolean valid = distance > 0
                && diffusion > 0
                && driftDeviation >= 0
                && Double.isFinite(distance + diffusion + driftDeviation + drift);
        if (!valid) {
            throw new IllegalArgumentException("first passage over " + distance + " with drift " + drift + " +- "
                    + driftDeviation + " and diffusion " + diffusion
                    + ": expected a positive distance and diffusion, a deviation from 0, and finite numbers");
        }
    }

    /** Returns the probability of having arrived by so many hours. */
    public double cdf(double hours) {
        if (hours <= 0) {
            return 0;
        }
        double spread = Math.sqrt(driftDeviation * driftDeviation * hours * hours + diffusion * hours);
        double a = (drift * hours - distance) / spread;
        double b = (2 * driftDeviation * driftDeviation * distance * hours / diffusion + drift * hours + distance)
                / spread;
        return Math.min(1, Normal.cdf(a) + reflected(a, b));
    }

    /** Returns exp((b^2 - a^2) / 2) Phi(-b), whose exponent is 2 m w / v + 2 s^2 w^2 / v^2 at any time. */
    private double reflected(double a, double b) {
        if (b > 4) { // the exponential may overflow while the share vanishes
            return Math.exp(-a * a / 2) / Math.sqrt(2 * Math.PI) * Normal.millsRatio(b);
        }
        double lengths = distance / diffusion;
        return Math.exp(2 * lengths * (drift + driftDeviation * driftDeviation * lengths)) * Normal.tail(b);
    }
}
