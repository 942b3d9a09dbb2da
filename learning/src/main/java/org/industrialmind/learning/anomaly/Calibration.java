package org.industrialmind.learning.anomaly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * Limits set on the scores of held-out normal windows, and what those scores say of them.
 *
 * <p>The share of those windows that is above their limits would say nothing, since the limits were set so that hardly any is.
 * So it is measured forward in time, as it will be in service: limits set on the earlier half of each machine's scores in
 * each regime judge the later half.
 *
 * @param metrics {@code calibration_windows}, the quantiles {@code calibration_score_p50} and {@code _p99} of the scores
 *     relative to the limits, and {@code calibration_alarm_share}, the share of the later halves above the limits of the
 *     earlier ones; the last is absent where nothing has two scores
 */
public record Calibration(Limits limits, Map<String, Double> metrics) {
    /** The name of the share of normal windows above limits that were set before them. */
    public static final String ALARM_SHARE = "calibration_alarm_share";

    public Calibration {
        metrics = Map.copyOf(metrics);
    }

    /**
     * Sets limits.
     *
     * @param scores of normal windows that the model was not fitted on, in any order
     * @param floor below which no limit is set
     * @throws IllegalArgumentException if there are no scores
     */
    public static Calibration of(List<CalibrationScore> scores, FalseAlarmBudget budget, double floor) {
        Limits limits = Limits.calibrate(scores, budget).atLeast(floor);
        double[] relative = scores.stream()
                .mapToDouble(score -> score.score() / limits.of(score.asset(), score.regime()))
                .sorted()
                .toArray();
        Map<String, Double> metrics = new TreeMap<>();
        metrics.put("calibration_score_p50", Quantiles.ofSorted(relative, 0.5));
        metrics.put("calibration_score_p99", Quantiles.ofSorted(relative, 0.99));
        metrics.put("calibration_windows", (double) relative.length);
        forward(scores, budget, floor).ifPresent(share -> metrics.put(ALARM_SHARE, share));
        return new Calibration(limits, metrics);
    }

    private static OptionalDouble forward(List<CalibrationScore> scores, FalseAlarmBudget budget, double floor) {
        Map<Limits.Key, List<CalibrationScore>> grouped = new LinkedHashMap<>();
        scores.stream()
                .sorted(Comparator.comparingLong(CalibrationScore::windowEndNanos))
                .forEach(score -> grouped.computeIfAbsent(
                                new Limits.Key(score.asset(), score.regime()), key -> new ArrayList<>())
                        .add(score));
        List<CalibrationScore> earlier = new ArrayList<>();
        List<CalibrationScore> later = new ArrayList<>();
        for (List<CalibrationScore> group : grouped.values()) {
            int half = (group.size() + 1) / 2;
            earlier.addAll(group.subList(0, half));
            later.addAll(group.subList(half, group.size()));
        }
        if (later.isEmpty()) {
            return OptionalDouble.empty();
        }
        Limits before = Limits.calibrate(earlier, budget).atLeast(floor);
        long above = later.stream()
                .filter(score -> score.score() > before.of(score.asset(), score.regime()))
                .count();
        return OptionalDouble.of((double) above / later.size());
    }
}
