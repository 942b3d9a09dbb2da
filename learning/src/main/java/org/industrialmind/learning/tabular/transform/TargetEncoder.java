package org.industrialmind.learning.tabular.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Turns a category into the mean of the target over the training rows with its level, {@code mean(price|city)}, drawn
 * towards the mean of all where rows are few [1]:
 *
 * <pre>    value = (n * mean of the level + smoothing * mean of all) / (n + smoothing)</pre>
 *
 * <p>Of a target with two classes the share of the second is told, {@code mean(survived=1|deck)}; of more, the share of
 * each. Missing counts as a level; a level that was not seen in training has the mean of all.
 *
 * <p>A row's own target would be part of its value, and a method would trust the column more than it deserves; so the rows
 * learned from get values from the other folds ({@link #fitApply}), while rows to come get them from all.
 *
 * <ol>
 *   <li>Micci-Barreca 2001, A preprocessing scheme for high-cardinality categorical attributes, SIGKDD Explorations 3(1).
 * </ol>
 *
 * @param smoothing how many rows the mean of all counts for
 * @param folds into how many parts the training rows are split
 * @param seed which rows fall into which part
 */
public record TargetEncoder(double smoothing, int folds, long seed) implements Transform {
    public TargetEncoder {
        if (!(smoothing >= 0) || folds < 2) {
            throw new IllegalArgumentException(
                    "smoothing " + smoothing + ", folds " + folds + ": expected 0 or more, and at least 2 folds");
        }
    }

    /** Returns a smoothing of 10 rows and 5 folds. */
    public static TargetEncoder defaults() {
        return new TargetEncoder(10, 5, 0);
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        List<Outcome> outcomes = Outcome.of(target);
        return ColumnWise.fit(table, CategoricalColumn.class, column -> means(column, outcomes));
    }

    @Override
    public Fitted fitApply(Table table, Target target) {
        FittedTransform whole = fit(table, target);
        int[] fold = foldOfRow(table.rows());
        Table[] parts = new Table[folds];
        int[] place = new int[table.rows()]; // where a row stands in the part of its fold
        for (int f = 0; f < folds; f++) {
            int part = f;
            int[] inside = rows(fold, f, true);
            int[] outside = rows(fold, f, false);
            if (inside.length > 0) {
                FittedTransform others =
                        outside.length == 0 ? whole : fit(table.select(outside), target.select(outside));
                parts[part] = others.apply(table.select(inside));
                IntStream.range(0, inside.length).forEach(i -> place[inside[i]] = i);
            }
        }
        Table applied = whole.apply(table);
        for (Column column : applied.columns()) {
            if (!table.has(column.name())) {
                double[] values = new double[fold.length];
                Arrays.setAll(values, r -> parts[fold[r]].numeric(column.name()).value(place[r]));
                applied = applied.with(NumericColumn.of(column.name(), values));
            }
        }
        return new Fitted(whole, applied);
    }

    private int[] foldOfRow(int rows) {
        int[] fold = new int[rows];
        Arrays.setAll(fold, r -> r % folds);
        SplittableRandom random = new SplittableRandom(seed);
        for (int r = rows - 1; r > 0; r--) {
            int other = random.nextInt(r + 1);
            int swapped = fold[r];
            fold[r] = fold[other];
            fold[other] = swapped;
        }
        return fold;
    }

    private static int[] rows(int[] fold, int wanted, boolean inside) {
        return IntStream.range(0, fold.length)
                .filter(r -> (fold[r] == wanted) == inside)
                .toArray();
    }

    private Means means(CategoricalColumn column, List<Outcome> outcomes) {
        List<LevelValues> values = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            double mean = Arrays.stream(outcome.values).average().orElse(0);
            Map<String, double[]> sums = new HashMap<>(); // level -> rows, sum
            for (int r = 0; r < column.size(); r++) {
                double[] sum = sums.computeIfAbsent(column.text(r), _ -> new double[2]);
                sum[0]++;
                sum[1] += outcome.values[r];
            }
            Map<String, Double> means = new HashMap<>();
            sums.forEach((level, sum) -> means.put(level, (sum[1] + smoothing * mean) / (sum[0] + smoothing)));
            values.add(new LevelValues("mean(" + outcome.name + "|" + column.name() + ")", means, mean));
        }
        return new Means(values);
    }

    private record Means(List<LevelValues> values) implements ColumnChange<CategoricalColumn> {
        @Override
        public List<Column> apply(CategoricalColumn column) {
            return values.stream()
                    .flatMap(value -> value.apply(column).stream())
                    .toList();
        }
    }

    /** A number to take means of. */
    private static final class Outcome {
        final String name;
        final double[] values;

        private Outcome(String name, double[] values) {
            this.name = name;
            this.values = values;
        }

        static List<Outcome> of(Target target) {
            return switch (target) {
                case NumberTarget numbers -> List.of(new Outcome(numbers.name(), numbers.values()));
                case ClassTarget classes ->
                    IntStream.range(
                                    classes.levels().size() == 2 ? 1 : 0,
                                    classes.levels().size())
                            .mapToObj(k -> ofClass(classes, k))
                            .toList();
                case NoTarget _ ->
                    throw new IllegalArgumentException(
                            "means of the target cannot be learned without a target: hand one over, or leave the step out");
            };
        }

        private static Outcome ofClass(ClassTarget classes, int wanted) {
            double[] ones = new double[classes.size()];
            Arrays.setAll(ones, r -> classes.label(r) == wanted ? 1 : 0);
            return new Outcome(classes.name() + "=" + classes.levels().get(wanted), ones);
        }
    }
}
