package org.industrialmind.learning.prognosis.calibration;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.industrialmind.foundations.statistics.Interval;
import org.industrialmind.learning.prognosis.Judged;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;

/**
 * Puts a forecast right by what held-out units did after forecasts like it: a conformal predictive distribution [1], local
 * [2] and weighted for the moments at which questions are asked [3].
 *
 * <p>The score of a held-out moment is by how much its life exceeded the mean forecast, in widths of its interval. A question
 * takes the scores of moments {@linkplain Nearness near} it, each weighing as much as {@link AskedLives} say; put on its own
 * mean and width they are the distribution of its life, from which all of its numbers are read: quantiles, mean and restricted
 * mean. So the intervals follow how errors are near the end and far from it, and where units are asked about at other moments
 * than the held-out ones.
 *
 * <p>Units are exchangeable, moments of one unit are not: a unit's moments share its weight [4], and the unit to come counts
 * as one more whose score is as bad as can be. That correction is by the units of the whole fleet, of which a question near
 * few of them has fewer to go by: exact is the promise over all questions with equal weights, and how it holds for the
 * weighed and near ones is measured, not proved (docs/decisions/2026-11-remaining-life-protocol.md).
 *
 * <ol>
 *   <li>Vovk, Shen, Manokhin and Xie 2019, Nonparametric predictive distributions based on conformal prediction, Machine
 *       Learning 108.
 *   <li>Guan 2023, Localized conformal prediction, Biometrika 110(1).
 *   <li>Tibshirani, Foygel Barber, Candes and Ramdas 2019, Conformal prediction under covariate shift, NeurIPS.
 *   <li>Lee, Barber and Willett 2023, Distribution-free inference with hierarchical data, arXiv 2306.06342.
 * </ol>
 */
public final class ConformalLife {
    private static final double FURTHEST = 16; // times the usual reach: beyond it there is nothing left to find
    private static final int NONE = -1; // unit

    private final LifeQuestion question;
    private final double[] scores;
    private final double[] weights;
    private final Map<String, Integer> units; // a number for each, since they are compared often
    private final int[] unitOf; // each moment
    private final Nearness nearness;

    private ConformalLife(LifeQuestion question, List<Judged> moments, double[] weights, Map<String, Integer> units) {
        this.question = question;
        this.scores = moments.stream().mapToDouble(ConformalLife::score).toArray();
        this.weights = weights;
        this.units = units;
        this.unitOf = moments.stream()
                .mapToInt(one -> units.getOrDefault(one.unit(), NONE))
                .toArray();
        this.nearness = new Nearness(moments, Math.max(1, units.size()));
    }

    /** Leaves every forecast as it is: for fleets with too few failures to hold any out. */
    public static ConformalLife none(LifeQuestion question) {
        return new ConformalLife(question, List.of(), new double[0], Map.of());
    }

    /**
     * Learns from held-out units.
     *
     * @param heldOut forecasts of units that the models had not learned from
     * @param lives how much life is left at the questions
     * @throws IllegalArgumentException if there is no forecast
     */
    public static ConformalLife of(LifeQuestion question, List<Judged> heldOut, AskedLives lives) {
        if (heldOut.isEmpty()) {
            throw new IllegalArgumentException("no held-out forecast to calibrate with: expected at least one unit");
        }
        Map<String, Integer> counts = new HashMap<>();
        heldOut.forEach(one -> counts.merge(one.unit(), 1, Integer::sum));
        Map<String, Integer> units = new HashMap<>();
        counts.keySet().forEach(unit -> units.put(unit, units.size()));
        List<Judged> moments = heldOut.stream()
                .filter(one -> weight(lives, one, counts) > 0)
                .sorted(Comparator.comparingDouble(ConformalLife::score))
                .toList();
        double[] weights =
                moments.stream().mapToDouble(one -> weight(lives, one, counts)).toArray();
        return new ConformalLife(question, moments, weights, units);
    }

    private static double weight(AskedLives lives, Judged one, Map<String, Integer> counts) {
        return lives.weight(one.life(), counts.getOrDefault(one.unit(), 1));
    }

    private static double score(Judged one) {
        return (one.life() - one.forecast().mean()) / width(one.forecast());
    }

    /** Returns what a question should have been answered. */
    public LifeForecast adjusted(Asked asked) {
        return adjusted(asked, NONE);
    }

    /** Returns what a held-out moment should have been answered, by all units but its own. */
    public LifeForecast adjusted(Judged heldOut) {
        Asked asked = new Asked(heldOut.forecast(), heldOut.age());
        return adjusted(asked, units.getOrDefault(heldOut.unit(), NONE));
    }

    private LifeForecast adjusted(Asked asked, int without) {
        return shares(asked, without)
                .map(shares -> read(asked.forecast(), shares))
                .orElse(asked.forecast());
    }

    /**
     * Returns how probable it is that the unit asked about fails within a time from now: the share of held-out units that would
     * have, and of the unit to come, which counts as one more, one half. So few units say neither never nor always.
     */
    public double failureWithin(Asked asked, double time) {
        return shares(asked, NONE)
                .map(shares -> within(asked.forecast(), shares, time))
                .orElseGet(() -> asked.forecast().failureWithin(time));
    }

    private double within(LifeForecast forecast, double[] shares, double time) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += life(forecast, i) <= time ? shares[i] : 0;
        }
        return (Math.min(1, sum) * units.size() + 0.5) / (units.size() + 1); // shares sum to 1 but for rounding
    }

    /** Returns how much each moment has to say, empty if none is near. */
    private Optional<double[]> shares(Asked asked, int without) {
        for (double reach = 1; reach <= FURTHEST; reach *= 2) {
            double[] shares = nearness.to(asked, reach);
            if (weigh(shares, without)) {
                return Optional.of(shares);
            }
        }
        return Optional.empty();
    }

    /** Returns the life of the unit if its forecast was as wrong as that of a moment. */
    private double life(LifeForecast forecast, int moment) {
        return Math.max(0, forecast.mean() + scores[moment] * width(forecast));
    }

    /** Turns nearness into shares that sum to 1; returns whether there is anything near. */
    private boolean weigh(double[] near, int without) {
        double sum = 0;
        for (int i = 0; i < near.length; i++) {
            near[i] *= unitOf[i] != without ? weights[i] : 0;
            sum += near[i];
        }
        for (int i = 0; i < near.length && sum > 0; i++) {
            near[i] /= sum;
        }
        return sum > 0;
    }

    private LifeForecast read(LifeForecast forecast, double[] shares) {
        double[] lives = new double[question.levels().size()];
        double mean = 0;
        double restricted = 0;
        double sum = 0;
        int level = 0;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                double life = life(forecast, i);
                mean += shares[i] * life;
                restricted += shares[i] * Math.min(life, question.horizon());
                sum += shares[i];
                while (level < lives.length && sum >= share(level) - 1e-9) {
                    lives[level++] = life;
                }
                for (int q = level; q < lives.length; q++) {
                    lives[q] = life; // the largest, should there be too few units to promise as much
                }
            }
        }
        return LifeForecast.of(question, lives, mean, restricted);
    }

    /** Returns the share of the scores that lies up to a level's; the unit to come counts as the worst. */
    private double share(int level) {
        double probability = question.levels().get(level);
        double ofUnits = probability * (units.size() + 1) - (probability < 0.5 ? 1 : 0);
        return ofUnits / units.size();
    }

    /** Returns the width of the interval and one unit of life, so that no width is zero. */
    static double width(LifeForecast forecast) {
        Interval interval = forecast.interval();
        return interval.width() + 1;
    }
}
