package org.industrialmind.learning.tabular.selection;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What cross-validation found: a score for each seed, fold and metric, and the predictions themselves. */
public final class CrossValidated {
    private final List<Metric> metrics;
    private final List<FoldScore> scores;
    private final Map<Long, OutOfFold> predictions;

    CrossValidated(List<Metric> metrics, List<FoldScore> scores, Map<Long, OutOfFold> predictions) {
        this.metrics = metrics;
        this.scores = List.copyOf(scores);
        this.predictions = Map.copyOf(predictions);
    }

    /** Returns all scores, by seed, then fold, then metric. */
    public List<FoldScore> scores() {
        return scores;
    }

    /** Returns the mean of a metric and its spread. */
    public Estimate estimate(String metric) {
        Metric known = metric(metric);
        double[] seedMeans = predictions.keySet().stream()
                .sorted()
                .mapToDouble(seed -> mean(values(known, seed)))
                .toArray();
        double within = predictions.keySet().stream()
                .mapToDouble(seed -> variance(values(known, seed)))
                .average()
                .orElseThrow();
        int folds = (int) scores.stream().filter(s -> s.metric().equals(metric)).count() / seedMeans.length;
        return new Estimate(
                metric, mean(seedMeans), Math.sqrt(within), Math.sqrt(variance(seedMeans)), folds, seedMeans.length);
    }

    /** Returns the metric over the out-of-fold predictions of a seed taken together, not fold by fold. */
    public double pooled(String metric, long seed) {
        OutOfFold all = outOfFold(seed);
        return metric(metric).score().of(all.rows(), all.predictions());
    }

    /** Returns what was predicted for the rows while they were judged on. */
    public OutOfFold outOfFold(long seed) {
        OutOfFold found = predictions.get(seed);
        if (found == null) {
            throw new IllegalArgumentException(
                    "no predictions for seed " + seed + ": the seeds were " + predictions.keySet());
        }
        return found;
    }

    private Metric metric(String name) {
        return metrics.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow(() -> {
            List<String> names = metrics.stream().map(Metric::name).toList();
            return new IllegalArgumentException("no metric '" + name + "' was asked for, only " + names);
        });
    }

    private double[] values(Metric metric, long seed) {
        return scores.stream()
                .filter(score -> score.seed() == seed && score.metric().equals(metric.name()))
                .mapToDouble(FoldScore::value)
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Returns the unbiased variance; NaN of fewer than two values. */
    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return values.length < 2 ? Double.NaN : sum / (values.length - 1);
    }
}
