package org.industrialmind.learning.tabular.ensemble;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * Lets one method learn from many redrawn tables, and averages what it learned.
 *
 * <p>Averaging takes away the part of the error that comes from the luck of the table [1]: much for deep trees, little for a
 * linear method, whose luck is small. With all rows each time only the seed differs, which averages the luck of the method
 * alone. A row drawn twice is given twice its weight, one not drawn weight 0, so the rows keep their positions.
 *
 * <p>The bags are fitted in parallel; the result does not depend on it.
 *
 * <ol>
 *   <li>Breiman 1996, Bagging predictors, Machine Learning 24.
 * </ol>
 *
 * @param bags how many tables; at least 1
 * @param share how many rows are drawn, as a share of all; above 0, and at most 1 without replacement
 * @param replacement whether a row may be drawn more than once
 */
public record BaggingTrainer(ClassifierTrainer base, int bags, double share, boolean replacement)
        implements ClassifierTrainer {
    public BaggingTrainer {
        if (bags < 1 || !(share > 0) || share > (replacement ? 10 : 1)) {
            throw new IllegalArgumentException("seen " + bags + " bags with a share of " + share
                    + ": expected at least one, and a share in (0, 1], or up to 10 with replacement");
        }
    }

    /** Returns the bootstrap: as many rows as there are, drawn with replacement. */
    public static BaggingTrainer bootstrap(ClassifierTrainer base, int bags) {
        return new BaggingTrainer(base, bags, 1, true);
    }

    /** Returns the average over seeds alone: every bag has all rows once. */
    public static BaggingTrainer seeds(ClassifierTrainer base, int seeds) {
        return new BaggingTrainer(base, seeds, 1, false);
    }

    @Override
    public Committee fit(LabelledRows rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SplittableRandom> each =
                IntStream.range(0, bags).mapToObj(bag -> random.split()).toList();
        List<Classifier> members = each.parallelStream()
                .map(luck -> {
                    double[] weights = bag(rows.weights(), share, replacement, luck);
                    LabelledRows bag = LabelledRows.weighted(rows.rows(), rows.labels(), weights, rows.classes());
                    return (Classifier) base.fit(bag, luck.nextLong());
                })
                .toList();
        return new Committee(members, Collections.nCopies(bags, 1.0), Vote.SOFT);
    }

    /** Returns the weight of each row in a bag: what it had, times how often it was drawn. */
    static double[] bag(double[] weights, double share, boolean replacement, SplittableRandom random) {
        int size = weights.length;
        int draws = (int) Math.max(1, Math.round(share * size));
        double[] drawn = new double[size];
        double sum = 0;
        while (sum == 0) { // rows of weight 0 alone teach nothing: draw again
            double[] times = replacement ? withReplacement(size, draws, random) : without(size, draws, random);
            for (int r = 0; r < size; r++) {
                drawn[r] = times[r] * weights[r];
                sum += drawn[r];
            }
        }
        return drawn;
    }

    private static double[] withReplacement(int size, int draws, SplittableRandom random) {
        double[] times = new double[size];
        random.ints(draws, 0, size).forEach(row -> times[row]++);
        return times;
    }

    /** Draws a subset by going through the rows once (selection sampling, Knuth volume 2, algorithm S). */
    private static double[] without(int size, int draws, SplittableRandom random) {
        double[] times = new double[size];
        int left = draws;
        for (int row = 0; row < size; row++) {
            if (random.nextInt(size - row) < left) {
                times[row] = 1;
                left--;
            }
        }
        return times;
    }
}
