package org.industrialmind.recipes.trading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * Learns from all past days of all stocks whether the next day's trade gains, once a year anew.
 *
 * <p>A row is what was known at a close; its label is the return from the next open to the one after, because that is what
 * a decision at that close earns. It is known two days later, so the two youngest days are not learned from. The forecast
 * is the mean gain times its probability less the mean loss times the other; several seeds are averaged.
 */
final class Learned implements Forecast {
    private static final int REFITTED_AFTER = 252; // days: a year
    private static final int KNOWN_AFTER = 2; // days from a close to the second open after it

    private final ClassifierTrainer trainer;
    private final List<Long> seeds;
    private final List<Classifier> models = new ArrayList<>();
    private int fittedAt;
    private double gain;
    private double loss;

    Learned(ClassifierTrainer trainer, List<Long> seeds) {
        this.trainer = trainer;
        this.seeds = List.copyOf(seeds);
    }

    @Override
    public double[] expected(Past past) {
        if (models.isEmpty() || past.days() - fittedAt >= REFITTED_AFTER) {
            fit(past);
        }
        double[] expected = new double[past.stocks()];
        for (int s = 0; s < expected.length; s++) {
            double[] row = Features.of(past, s);
            for (Classifier model : models) {
                double up = model.probabilities(row)[1];
                expected[s] += (up * gain - (1 - up) * loss) / models.size();
            }
        }
        return expected;
    }

    private void fit(Past past) {
        List<double[]> rows = new ArrayList<>();
        List<Double> returns = new ArrayList<>();
        for (int ago = past.days() - Features.DAYS; ago >= KNOWN_AFTER; ago--) {
            Past then = past.ago(ago);
            for (int s = 0; s < past.stocks(); s++) {
                rows.add(Features.of(then, s));
                returns.add(past.open(s, ago - 2) / past.open(s, ago - 1) - 1);
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to learn from in " + past.days()
                    + " days: expected more than " + (Features.DAYS + KNOWN_AFTER));
        }
        int[] labels = returns.stream().mapToInt(each -> each > 0 ? 1 : 0).toArray();
        gain = meanSize(returns, 1);
        loss = meanSize(returns, -1);
        fittedAt = past.days();
        models.clear();
        LabelledRows learned = LabelledRows.of(Matrix.ofRows(rows.toArray(double[][]::new)), labels, 2);
        boolean oneClass = Arrays.stream(labels).distinct().count() < 2;
        for (long seed : seeds) {
            models.add(oneClass ? new Sure(labels[0]) : trainer.fit(learned, seed));
        }
    }

    /** Returns the mean size of the returns of this sign (those of 0 count as losses, as in the labels). */
    private static double meanSize(List<Double> returns, int sign) {
        return returns.stream()
                .filter(each -> sign > 0 ? each > 0 : each <= 0)
                .mapToDouble(Math::abs)
                .average()
                .orElse(0);
    }

    /** What is to be said where every day went one way. */
    private record Sure(int label) implements Classifier {
        @Override
        public int columns() {
            return Features.COLUMNS;
        }

        @Override
        public int classes() {
            return 2;
        }

        @Override
        public double[] probabilities(double[] row) {
            return label == 1 ? new double[] {0, 1} : new double[] {1, 0};
        }
    }
}
