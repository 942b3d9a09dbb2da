package org.industrialmind.learning.prognosis.calibration;

import java.util.List;
import org.industrialmind.foundations.statistics.Interval;
import org.industrialmind.learning.prognosis.Judged;
import org.industrialmind.learning.prognosis.LifeForecast;

/**
 * Intervals that widen after misses and narrow after hits, so that the share of misses stays what was asked also when the
 * fleet is no longer what it was: adaptive conformal inference [1].
 *
 * <p>After each unit whose life has become known, the level at which held-out scores are read moves by the step times the
 * difference of the miss rate asked and the miss that came. Over any stretch of n units the share of misses is then within
 * (1 + step) / (step n) of what was asked, whatever the world does.
 *
 * <p>Keeps its state; not safe to share between threads.
 *
 * <ol>
 *   <li>Gibbs and Candes 2021, Adaptive conformal inference under distribution shift, NeurIPS.
 * </ol>
 */
public final class AdaptiveInterval {
    private final UnitScores scores;
    private final double asked;
    private final double step;
    private double level;

    /**
     * Begins with the scores of held-out units.
     *
     * @param misses the share of lives that may lie outside, in (0, 1)
     * @param step how fast to adapt: 0.05 follows a change within some twenty units
     */
    public AdaptiveInterval(List<Judged> heldOut, double misses, double step) {
        if (heldOut.isEmpty() || !(misses > 0 && misses < 1) || !(step > 0 && step < 1)) {
            throw new IllegalArgumentException(heldOut.size() + " held-out forecasts, misses " + misses + ", step "
                    + step + ": expected at least one forecast, and numbers between 0 and 1");
        }
        UnitScores.Collection collection = new UnitScores.Collection();
        heldOut.forEach(one -> collection.add(one.unit(), score(one.forecast(), one.life())));
        this.scores = collection.scores();
        this.asked = misses;
        this.step = step;
        this.level = misses;
    }

    /** Returns the interval now: empty of lives below 0, and all lives where the misses so far ask for it. */
    public Interval of(LifeForecast forecast) {
        if (level <= 0) {
            return new Interval(0, Double.POSITIVE_INFINITY);
        }
        double slack = level >= 1 ? Double.NEGATIVE_INFINITY : scores.upper(1 - level);
        Interval interval = forecast.interval();
        double wider = Math.max(slack, -0.5) * ConformalLife.width(forecast); // no narrower than its middle
        double middle = (interval.low() + interval.high()) / 2;
        double low = Math.clamp(interval.low() - wider, 0, Math.max(0, middle));
        return new Interval(low, Math.max(low, interval.high() + wider));
    }

    /** Learns from the life that a unit turned out to have after a forecast. */
    public void observed(LifeForecast forecast, double life) {
        boolean missed = !of(forecast).contains(life);
        level += step * (asked - (missed ? 1 : 0));
    }

    /** Returns by how much the life lies outside the interval, in its widths; below 0 inside. */
    private static double score(LifeForecast forecast, double life) {
        Interval interval = forecast.interval();
        return Math.max(interval.low() - life, life - interval.high()) / ConformalLife.width(forecast);
    }
}
