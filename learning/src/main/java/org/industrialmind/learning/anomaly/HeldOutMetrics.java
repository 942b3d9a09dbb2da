package org.industrialmind.learning.anomaly;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.foundations.statistics.Quantiles;

/** What held-out normal windows say of a detector: the numbers that go into the registry beside it. */
public final class HeldOutMetrics {
    private HeldOutMetrics() {}

    /**
     * Returns the metrics by name: {@code calibration_windows}, {@code calibration_alarm_share} (the share of normal
     * windows above their limit) and the quantiles {@code calibration_score_p50} and {@code _p99} of the relative score.
     *
     * @throws IllegalArgumentException if there are no scores
     */
    public static Map<String, Double> of(List<CalibrationScore> scores, Limits limits) {
        double[] relative = scores.stream()
                .mapToDouble(score -> score.score() / limits.of(score.asset(), score.regime()))
                .sorted()
                .toArray();
        double above = 0;
        for (double score : relative) {
            above += score > 1 ? 1 : 0;
        }
        Map<String, Double> metrics = new TreeMap<>();
        metrics.put("calibration_score_p50", Quantiles.ofSorted(relative, 0.5));
        metrics.put("calibration_score_p99", Quantiles.ofSorted(relative, 0.99));
        metrics.put("calibration_windows", (double) relative.length);
        metrics.put("calibration_alarm_share", above / relative.length);
        return metrics;
    }
}
