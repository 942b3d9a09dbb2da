package org.industrialmind.foundations.boosting;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * The rows that count, as arrays. Rows of weight 0 are left out, and the other weights scaled to a mean of 1, so that
 * neither tells on the brakes of a tree. Shape: table [row, column], targets and weights [row]; a target is a number or a
 * class.
 */
final class Sample {
    private final int columns;
    private final double[] table;
    private final double[] targets;
    private final double[] weights;

    private Sample(int columns, double[] table, double[] targets, double[] weights) {
        this.columns = columns;
        this.table = table;
        this.targets = targets;
        this.weights = weights;
    }

    static Sample of(TargetRows rows) {
        return new Sample(rows.columns(), rows.rows().toArray(), rows.targets(), rows.weights()).counted();
    }

    static Sample of(LabelledRows rows) {
        double[] labels = Arrays.stream(rows.labels()).asDoubleStream().toArray();
        return new Sample(rows.columns(), rows.rows().toArray(), labels, rows.weights()).counted();
    }

    private Sample counted() {
        int[] counting = IntStream.range(0, size()).filter(r -> weights[r] > 0).toArray();
        Sample kept = counting.length == size() ? this : select(counting);
        double mean = Arrays.stream(kept.weights).average().orElseThrow();
        for (int r = 0; r < kept.weights.length; r++) {
            kept.weights[r] /= mean;
        }
        return kept;
    }

    private Sample select(int[] positions) {
        double[] chosen = new double[positions.length * columns];
        double[] chosenTargets = new double[positions.length];
        double[] chosenWeights = new double[positions.length];
        for (int i = 0; i < positions.length; i++) {
            System.arraycopy(table, positions[i] * columns, chosen, i * columns, columns);
            chosenTargets[i] = targets[positions[i]];
            chosenWeights[i] = weights[positions[i]];
        }
        return new Sample(columns, chosen, chosenTargets, chosenWeights);
    }

    /** Rows to learn from and rows to judge by. */
    record Parts(Sample learned, Sample held) {}

    /**
     * Holds out a share of the rows.
     *
     * @throws IllegalArgumentException if either part would be empty
     */
    Parts split(double share, long seed) {
        int held = (int) Math.round(share * size());
        if (held < 1 || held >= size()) {
            throw new IllegalArgumentException("a share of " + share + " of " + size()
                    + " rows cannot be held out: expected at least one row on either side");
        }
        int[] order = IntStream.range(0, size()).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < held; i++) {
            int other = i + random.nextInt(order.length - i);
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
        int[] first = Arrays.copyOf(order, held);
        int[] rest = Arrays.copyOfRange(order, held, order.length);
        Arrays.sort(first);
        Arrays.sort(rest);
        return new Parts(select(rest), select(first));
    }

    int size() {
        return targets.length;
    }

    int columns() {
        return columns;
    }

    /** The values themselves, row after row; not a copy. */
    double[] table() {
        return table;
    }

    double[] targets() {
        return targets;
    }

    double[] weights() {
        return weights;
    }

    boolean weighted() {
        return Arrays.stream(weights).anyMatch(w -> w != 1);
    }
}
