package org.industrialmind.learning.anomaly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.industrialmind.signal.AssetId;

/**
 * The raw score above which a window of a machine in a regime is abnormal, set so that normal running costs no more false
 * episodes than a budget allows.
 *
 * <p>One false episode a month at a window every ten seconds is one in 259,200 windows, and the few hours of normal data
 * there are to calibrate on hold a thousand, most of them near copies of their neighbours. No quantile of those reaches
 * that far, so the limit is extrapolated, as floods are from short records (peaks over a threshold [1]):
 *
 * <ol>
 *   <li>What opens an episode is not one window but {@code needed} of the last {@code of}. So each score is first
 *       replaced by the largest level that the rule would have seen reached: the {@code needed}-th largest of the last
 *       {@code of} scores. An episode opens exactly when that exceeds the limit.
 *   <li>Threshold u: the {@value LimitCalibration#THRESHOLD} quantile of these. Exceedances follow each other; those
 *       closer than a gap count as one cluster (runs declustering [2]), of which the peak is kept.
 *   <li>Beyond u the peaks are taken to fall off exponentially with mean excess m. Then clusters above x come at the rate
 *       r exp(-(x - u) / m), r being the rate of clusters above u, and the budget b is met at x = u + m ln(r / b).
 *       Scores of normal windows fall off faster than that, as a rule, so the limit errs to the quiet side.
 *   <li>Few clusters give a poor m. So the mean excess, relative to u, is pooled with that of all machines and regimes of
 *       the class, which counts for {@value LimitCalibration#PRIOR_CLUSTERS} clusters.
 *   <li>As long as the budget would not yet have been spent in the time calibrated, no normal window seen may be beyond
 *       the limit.
 * </ol>
 *
 * <p>A regime with fewer than {@value LimitCalibration#FEWEST} scores borrows the largest limit of its machine's other
 * regimes, a machine without any the largest of the class.
 *
 * <ol>
 *   <li>Davison and Smith 1990, Models for exceedances over high thresholds, Journal of the Royal Statistical Society B
 *       52(3).
 *   <li>Coles 2001, An Introduction to Statistical Modeling of Extreme Values, section 5.3.
 * </ol>
 */
public final class Limits {
    /** A machine in one of its regimes. */
    record Key(AssetId asset, int regime) {}

    private final Map<Key, Double> byRegime;
    private final Map<AssetId, Double> byAsset;
    private final double fallback;

    Limits(Map<Key, Double> byRegime, double fallback) {
        this.byRegime = Map.copyOf(byRegime);
        this.fallback = fallback;
        byRegime.forEach((key, limit) -> requirePositive(limit, key.toString()));
        requirePositive(fallback, "all other machines");
        this.byAsset = byRegime.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().asset(), Map.Entry::getValue, Math::max));
    }

    private static void requirePositive(double limit, String whose) {
        if (!(limit > 0) || Double.isInfinite(limit)) {
            throw new IllegalArgumentException(
                    "limit " + limit + " of " + whose + " is not valid: expected a positive, finite number");
        }
    }

    /**
     * Sets the limits.
     *
     * @param scores of normal windows that the model was not fitted on, in any order
     * @throws IllegalArgumentException if there are no scores
     */
    public static Limits calibrate(List<CalibrationScore> scores, FalseAlarmBudget budget) {
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("no calibration scores: expected those of normal windows held out of the"
                    + " fit; give a longer span of training data");
        }
        Map<Key, List<CalibrationScore>> grouped =
                new TreeMap<>(Comparator.comparing(Key::asset).thenComparingInt(Key::regime));
        scores.stream()
                .sorted(Comparator.comparingLong(CalibrationScore::windowEndNanos))
                .forEach(score -> grouped.computeIfAbsent(
                                new Key(score.asset(), score.regime()), key -> new ArrayList<>())
                        .add(score));
        return LimitCalibration.of(grouped, budget);
    }

    /**
     * Takes limits that are known: of each machine, by regime. All others get the largest.
     *
     * @throws IllegalArgumentException if there is none, or one is not a positive, finite number
     */
    public static Limits of(Map<AssetId, Map<Integer, Double>> known) {
        Map<Key, Double> byRegime = new HashMap<>();
        known.forEach(
                (asset, regimes) -> regimes.forEach((regime, limit) -> byRegime.put(new Key(asset, regime), limit)));
        double largest = byRegime.values().stream()
                .max(Double::compare)
                .orElseThrow(() -> new IllegalArgumentException("no limits: expected that of one machine at least"));
        return new Limits(byRegime, largest);
    }

    /** Returns these limits, each raised to the floor where it is lower. */
    public Limits atLeast(double floor) {
        Map<Key, Double> raised = new HashMap<>();
        byRegime.forEach((key, limit) -> raised.put(key, Math.max(limit, floor)));
        return new Limits(raised, Math.max(fallback, floor));
    }

    /** Returns the limit of the machine in that regime; where it was not calibrated, the largest of the machine or class. */
    public double of(AssetId asset, int regime) {
        Double own = byRegime.get(new Key(asset, regime));
        return own != null ? own : byAsset.getOrDefault(asset, fallback);
    }

    Map<Key, Double> byRegime() {
        return byRegime;
    }

    double fallback() {
        return fallback;
    }
}
