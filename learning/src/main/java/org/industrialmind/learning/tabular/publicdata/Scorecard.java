package org.industrialmind.learning.tabular.publicdata;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.metrics.ConfusionMatrix;
import org.industrialmind.foundations.metrics.PrecisionRecallCurve;
import org.industrialmind.foundations.metrics.ProbabilityMetrics;
import org.industrialmind.foundations.metrics.RocCurve;

/**
 * How well one class was told, and how fast; names as in the report files.
 *
 * @param values {@code accuracy, auc, pr_auc, f1, mcc, brier} in [0, 1] (mcc in [-1, 1]), {@code fit_s} in seconds,
 *     {@code predict_rows_per_s}
 */
public record Scorecard(Map<String, Double> values) {
    public Scorecard {
        values = new LinkedHashMap<>(values);
    }

    /** Scores probabilities of the class that is asked for. Shape: [row] and [row]. */
    static Scorecard of(
            boolean[] positive, double[] probabilities, double threshold, double fitSeconds, double predictSeconds) {
        int[] truth = new int[positive.length];
        int[] said = new int[positive.length];
        Arrays.setAll(truth, r -> positive[r] ? 1 : 0);
        Arrays.setAll(said, r -> probabilities[r] >= threshold ? 1 : 0);
        ConfusionMatrix confusion = ConfusionMatrix.of(truth, said, 2);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("accuracy", confusion.accuracy());
        values.put("auc", RocCurve.of(positive, probabilities).area());
        values.put("pr_auc", PrecisionRecallCurve.of(positive, probabilities).averagePrecision());
        values.put("f1", confusion.fScore(1, 1));
        values.put("mcc", confusion.matthews());
        values.put("brier", ProbabilityMetrics.brier(positive, probabilities));
        values.put("fit_s", fitSeconds);
        values.put("predict_rows_per_s", positive.length / predictSeconds);
        return new Scorecard(values);
    }

    /** Returns the mean of several cards, name by name. */
    static Scorecard mean(List<Scorecard> cards) {
        Map<String, Double> means = new LinkedHashMap<>();
        cards.getFirst()
                .values
                .keySet()
                .forEach(name -> means.put(
                        name,
                        cards.stream()
                                .mapToDouble(card -> card.value(name))
                                .average()
                                .orElseThrow()));
        return new Scorecard(means);
    }

    public double value(String name) {
        return values.getOrDefault(name, Double.NaN);
    }
}
