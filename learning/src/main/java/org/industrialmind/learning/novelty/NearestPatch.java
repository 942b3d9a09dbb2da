package org.industrialmind.learning.novelty;

import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.neighbors.NeighborIndex;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * How far a row and those before it lie from the nearest like it among the normal ones: the mean squared distance of the
 * last rows, each channel in its standard deviations, to the nearest remembered stretch.
 *
 * <p>Needs no shape of the normal cloud, so it serves machines with many habits; each habit must have been seen. Evidence
 * against a channel is its part of that distance.
 *
 * @param lags how many rows before the newest are compared with it, from 0
 * @param memory the most stretches that are remembered, spread evenly over the normal rows; at least 1
 * @see "Yeh et al. 2016, Matrix profile I: all pairs similarity joins for time series, ICDM, for the same without scale"
 */
public record NearestPatch(int lags, int memory) implements LaggedMethod {
    /** @throws IllegalArgumentException if the lags are negative or the memory is empty */
    public NearestPatch {
        if (lags < 0 || memory < 1) {
            throw new IllegalArgumentException("memory of " + memory + " stretches with " + lags
                    + " lags: expected at least one stretch and lags from 0");
        }
    }

    /** Returns a memory of 1000 stretches, which is all of them for the series of most boards. */
    public static NearestPatch of(int lags) {
        return new NearestPatch(lags, 1000);
    }

    /** Returns the house settings: 250 stretches of ten rows, as many as can be searched for every window of a machine. */
    public static NearestPatch defaults() {
        return new NearestPatch(9, 250);
    }

    @Override
    public String kind() {
        return "nearest-patch";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("lags", Integer.toString(lags), "memory", Integer.toString(memory));
    }

    /** {@inheritDoc} Stretches that share half of their rows say nearly the same, and a search costs what it costs. */
    @Override
    public int step() {
        return Math.ceilDiv(lags + 1, 2);
    }

    @Override
    public RowCloud cloud(Matrix rows) {
        int count = Math.min(memory, rows.rows());
        double[][] some = new double[count][];
        for (int i = 0; i < count; i++) {
            some[i] = rows.row((int) ((long) i * rows.rows() / count));
        }
        return new Remembered(Matrix.ofRows(some));
    }

    @Override
    public RowCloud restore(int size, NamedTensors tensors) {
        double[] kept = tensors.doubles("memory", NamedTensors.ANY, size);
        if (kept.length == 0) {
            throw new IllegalArgumentException("tensor memory is empty: expected at least one remembered stretch");
        }
        return new Remembered(Matrix.of(kept.length / size, size, kept));
    }

    /** The stretches that are remembered. Shape: [stretch, lag and channel]. */
    private static final class Remembered implements RowCloud {
        private final Matrix memory;
        private final NeighborIndex index;

        Remembered(Matrix memory) {
            this.memory = memory;
            this.index = NeighborIndex.of(memory);
        }

        @Override
        public double squared(double[] row) {
            double distance = index.nearest(row, 1).distance(0);
            return distance * distance / row.length;
        }

        @Override
        public double[] blame(List<double[]> rows, int channels) {
            double[] blame = new double[channels];
            for (double[] row : rows) {
                double[] nearest = memory.row(index.nearest(row, 1).position(0));
                for (int i = 0; i < row.length; i++) {
                    double away = row[i] - nearest[i];
                    blame[i % channels] += away * away / row.length / rows.size();
                }
            }
            return blame;
        }

        @Override
        public Map<String, Tensor> tensors() {
            return Map.of("memory", Tensor.of(memory.toArray(), memory.rows(), memory.columns()));
        }
    }
}
