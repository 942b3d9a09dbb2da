package org.industrialmind.learning.tabular.selection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * Judges a method on rows it has not seen, fold by fold and seed by seed.
 *
 * <p>Several seeds draw the folds and the method's own luck anew: the spread between them is the size of a difference that
 * means nothing. The folds run one after the other, since methods use all cores themselves.
 *
 * @param metrics what is scored; names differ
 * @param seeds at least one; all different
 */
public record CrossValidation(Splitter splitter, List<Metric> metrics, List<Long> seeds) {
    public CrossValidation {
        metrics = List.copyOf(metrics);
        seeds = List.copyOf(seeds);
        if (metrics.isEmpty() || metrics.stream().map(Metric::name).distinct().count() < metrics.size()) {
            throw new IllegalArgumentException("seen the metrics "
                    + metrics.stream().map(Metric::name).toList() + ": expected at least one, and different names");
        }
        if (seeds.isEmpty() || seeds.stream().distinct().count() < seeds.size()) {
            throw new IllegalArgumentException("seen the seeds " + seeds + ": expected at least one, all different");
        }
    }

    /** Returns the judgement of one metric with one seed. */
    public static CrossValidation of(Splitter splitter, Metric metric, long seed) {
        return new CrossValidation(splitter, List.of(metric), List.of(seed));
    }

    /** Returns what the method is worth on these rows. */
    public CrossValidated run(FoldMethod method, RowKeys rows) {
        List<FoldScore> scores = new ArrayList<>();
        Map<Long, OutOfFold> predictions = new LinkedHashMap<>();
        for (long seed : seeds) {
            SplittableRandom draws = new SplittableRandom(seed);
            OutOfFold.Gathering gathering = new OutOfFold.Gathering(rows.size());
            int fold = 0;
            for (Split split : splitter.split(rows, draws.nextLong())) {
                Matrix predicted = predict(method, split, draws.nextLong());
                gathering.add(split.test(), predicted);
                for (Metric metric : metrics) {
                    double value = metric.score().of(split.test(), predicted);
                    scores.add(new FoldScore(seed, fold, metric.name(), value, split.trainSize(), split.testSize()));
                }
                fold++;
            }
            predictions.put(seed, gathering.gathered());
        }
        return new CrossValidated(metrics, scores, predictions);
    }

    static Matrix predict(FoldMethod method, Split split, long seed) {
        Matrix predicted = method.predict(split.train(), split.test(), seed);
        if (predicted.rows() != split.testSize()) {
            throw new IllegalArgumentException("the method answered with " + predicted.rows() + " predictions for "
                    + split.testSize() + " test rows: expected one for each, in their order");
        }
        return predicted;
    }
}
