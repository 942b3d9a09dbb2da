package org.industrialmind.learning.anomaly;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.signal.AssetId;

/** The raw score above which a window of a machine in a regime is abnormal. */
public final class Limits {
    /** A machine in one of its regimes. */
    record Key(AssetId asset, int regime) {}

    private final Map<Key, Double> byRegime;
    private final double fallback;

    Limits(Map<Key, Double> byRegime, double fallback) {
        this.byRegime = Map.copyOf(byRegime);
        this.fallback = fallback;
        byRegime.forEach((key, limit) -> requirePositive(limit, key.toString()));
        requirePositive(fallback, "all other machines");
    }

    /**
     * Sets the limits so that normal windows cost no more false episodes than the budget allows.
     *
     * @param scores of normal windows that the model was not fitted on, in any order
     * @throws IllegalArgumentException if there are no scores
     */
    public static Limits calibrate(List<CalibrationScore> scores, FalseAlarmBudget budget) {
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("no calibration scores: expected those of normal windows held out of the"
                    + " fit; give a longer span of training data");
        }
        Map<Key, double[]> grouped = new HashMap<>();
        for (CalibrationScore score : scores) {
            grouped.merge(new Key(score.asset(), score.regime()), new double[] {score.score()}, Limits::joined);
        }
        Map<Key, Double> limits = new HashMap<>();
        grouped.forEach((key, values) -> limits.put(key, level(values)));
        return new Limits(
                limits, limits.values().stream().mapToDouble(v -> v).max().orElseThrow());
    }

    private static double[] joined(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static double level(double[] values) {
        return Math.max(1.3 * Quantiles.quantile(values, 0.99), Double.MIN_NORMAL);
    }

    /** Returns these limits, each raised to the floor where it is lower. */
    public Limits atLeast(double floor) {
        Map<Key, Double> raised = new HashMap<>();
        byRegime.forEach((key, limit) -> raised.put(key, Math.max(limit, floor)));
        return new Limits(raised, Math.max(fallback, floor));
    }

    private static void requirePositive(double limit, String whose) {
        if (!(limit > 0) || Double.isInfinite(limit)) {
            throw new IllegalArgumentException(
                    "limit " + limit + " of " + whose + " is not valid: expected a positive, finite number");
        }
    }

    Map<Key, Double> byRegime() {
        return byRegime;
    }

    double fallback() {
        return fallback;
    }

    /** Returns the limit of the machine in that regime; where it was not calibrated, that of the class. */
    public double of(AssetId asset, int regime) {
        return byRegime.getOrDefault(new Key(asset, regime), fallback);
    }
}
