package org.industrialmind.learning.tabular.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * How much worse a model gets when a column tells nothing: its values are shuffled among the rows [1].
 *
 * <p>Ask it of rows that the model has not seen, or it says what was remembered. Columns that say the same share the blame:
 * shuffle one and the other still tells, so both look idle. Name them as one group, whose rows are shuffled together. Shuffled
 * rows may be of a kind that does not exist, where the model answers anything.
 *
 * <p>Complexity: groups x repetitions predictions of the table.
 *
 * <ol>
 *   <li>Breiman 2001, Random forests, Machine Learning 45; Fisher, Rudin and Dominici 2019, JMLR 20(177), for any model.
 * </ol>
 *
 * @param repetitions how often each group is shuffled; at least 2, so that there is a spread
 */
public record PermutationImportance(int repetitions) {
    /** Says how wrong scores are; less is better. Shape: [row] -> a number. */
    @FunctionalInterface
    public interface Loss {
        double of(double[] scores);
    }

    /**
     * What shuffling a group of columns cost.
     *
     * @param columns that were shuffled together
     * @param rise of the loss, the mean over repetitions; about 0, of either sign, for a column that tells nothing
     * @param spread standard deviation of the rise over repetitions
     */
    public record Importance(List<Integer> columns, double rise, double spread) {}

    public PermutationImportance {
        if (repetitions < 2) {
            throw new IllegalArgumentException(repetitions + " repetitions have no spread: expected at least 2");
        }
    }

    /** Returns ten repetitions. */
    public static PermutationImportance defaults() {
        return new PermutationImportance(10);
    }

    /** Returns the importance of each column alone, the largest first. */
    public List<Importance> of(RowScore model, Matrix rows, Loss loss, long seed) {
        List<List<Integer>> alone =
                IntStream.range(0, rows.columns()).mapToObj(List::of).toList();
        return of(model, rows, loss, alone, seed);
    }

    /** Returns the importance of each group of columns, the largest first. */
    public List<Importance> of(RowScore model, Matrix rows, Loss loss, List<List<Integer>> groups, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double before = loss.of(model.of(rows));
        List<Importance> found = new ArrayList<>();
        for (List<Integer> group : groups) {
            double[] rises = new double[repetitions];
            for (int i = 0; i < repetitions; i++) {
                rises[i] = loss.of(model.of(shuffled(rows, group, random))) - before;
            }
            double mean = Arrays.stream(rises).average().orElseThrow();
            double squares =
                    Arrays.stream(rises).map(r -> (r - mean) * (r - mean)).sum();
            found.add(new Importance(List.copyOf(group), mean, Math.sqrt(squares / (repetitions - 1))));
        }
        found.sort(Comparator.comparingDouble(Importance::rise).reversed());
        return List.copyOf(found);
    }

    private static Matrix shuffled(Matrix rows, List<Integer> columns, SplittableRandom random) {
        int[] from = IntStream.range(0, rows.rows()).toArray();
        for (int i = from.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = from[i];
            from[i] = from[j];
            from[j] = kept;
        }
        double[] values = rows.toArray();
        for (int column : columns) {
            for (int r = 0; r < from.length; r++) {
                values[r * rows.columns() + column] = rows.get(from[r], column);
            }
        }
        return Matrix.of(rows.rows(), rows.columns(), values);
    }
}
