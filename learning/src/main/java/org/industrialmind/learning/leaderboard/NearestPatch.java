package org.industrialmind.learning.leaderboard;

import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.neighbors.NeighborIndex;

/**
 * How far a row and those before it lie from the nearest like it among the normal ones: the mean squared distance of the
 * last rows, each channel in its standard deviations, to the nearest remembered stretch.
 *
 * <p>Needs no shape of the normal cloud, so it serves machines with many habits; each habit must have been seen.
 *
 * @param lags how many rows before the newest are compared with it, from 0
 * @param memory the most stretches that are remembered, spread evenly over the normal rows; at least 1
 * @see "Yeh et al. 2016, Matrix profile I: all pairs similarity joins for time series, ICDM, for the same without scale"
 */
public record NearestPatch(int lags, int memory) implements RowMethod {
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

    @Override
    public String name() {
        return "nearest-" + (lags + 1);
    }

    @Override
    public int history() {
        return lags;
    }

    @Override
    public boolean draws() {
        return false;
    }

    @Override
    public RowScorer fit(List<Matrix> normal, long seed) {
        ChannelScale scale = ChannelScale.of(normal);
        Matrix patches = Patches.of(normal.stream().map(scale::apply).toList(), lags);
        NeighborIndex index = NeighborIndex.of(thinned(patches));
        return series -> distances(scale.apply(series), index);
    }

    private Matrix thinned(Matrix patches) {
        int count = Math.min(memory, patches.rows());
        double[][] some = new double[count][];
        for (int i = 0; i < count; i++) {
            some[i] = patches.row((int) ((long) i * patches.rows() / count));
        }
        return Matrix.ofRows(some);
    }

    private double[] distances(Matrix scaled, NeighborIndex index) {
        double[] distances = new double[scaled.rows()];
        double[] patch = new double[index.columns()];
        for (int row = 0; row < distances.length; row++) {
            Patches.copy(scaled, row, lags, patch);
            double distance = index.nearest(patch, 1).distance(0);
            distances[row] = distance * distance / patch.length;
        }
        return distances;
    }
}
