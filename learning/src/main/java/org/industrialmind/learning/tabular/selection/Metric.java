package org.industrialmind.learning.tabular.selection;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * A named score of predictions. It is told which rows were predicted, so it may know anything of them: classes, targets,
 * costs, groups.
 *
 * @param name what reports call it
 * @param goal whether more is better
 * @param score the rule
 */
public record Metric(String name, Goal goal, Score score) {
    /** Scores predictions. Shape: rows [i] positions in the table, predicted [i, output]. */
    @FunctionalInterface
    public interface Score {
        double of(int[] rows, Matrix predicted);
    }

    /** Scores probabilities against classes. Shape: classes [i], probabilities [i, class]. */
    @FunctionalInterface
    public interface LabelScore {
        double of(int[] truth, Matrix probabilities);
    }

    /** Scores numbers against numbers. Shape: [i] and [i]. */
    @FunctionalInterface
    public interface TargetScore {
        double of(double[] truth, double[] predicted);
    }

    public Metric {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a metric has a blank name: expected one that a report can show");
        }
    }

    /** Returns a score of class probabilities. Shape: labels [row of the table]. */
    public static Metric ofLabels(String name, Goal goal, int[] labels, LabelScore score) {
        int[] all = labels.clone();
        return new Metric(
                name,
                goal,
                (rows, predicted) ->
                        score.of(Arrays.stream(rows).map(row -> all[row]).toArray(), predicted));
    }

    /** Returns a score of predicted numbers. Shape: targets [row of the table]. */
    public static Metric ofTargets(String name, Goal goal, double[] targets, TargetScore score) {
        double[] all = targets.clone();
        return new Metric(
                name,
                goal,
                (rows, predicted) -> score.of(
                        Arrays.stream(rows).mapToDouble(row -> all[row]).toArray(), predicted.column(0)));
    }
}
