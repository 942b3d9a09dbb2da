package org.industrialmind.learning.vibration.health;

import java.util.List;
import org.industrialmind.foundations.statistics.Correlation;
import org.industrialmind.foundations.statistics.Moments;

/**
 * How good a health index is for prognosis, over machines that ran to failure; each number is from 0 to 1, and 1 is best.
 *
 * <p>An index that is held at its highest value is monotone by construction: judge monotonicity on the raw one.
 *
 * @param monotonicity the excess of rises over falls from snapshot to snapshot, as a share of the steps; mean over machines
 * @param trendability the lowest correlation between two machines, both over the share of their life: whether one shape fits
 *     all; 0 where they contradict each other
 * @param prognosability exp(- spread of the values at failure / mean rise over a life): whether failure is at one value
 * @see "Coble 2010, Merging data sources to predict remaining useful life, University of Tennessee, section 3.2"
 */
public record IndexQuality(double monotonicity, double trendability, double prognosability) {
    private static final int POINTS = 100; // of a life, at which machines are compared

    /**
     * Measures the index over whole lives.
     *
     * @param indices of each machine, from its beginning to its failure
     * @throws IllegalArgumentException if there are fewer than two machines, or one has fewer than two snapshots
     */
    public static IndexQuality of(List<double[]> indices) {
        if (indices.size() < 2 || indices.stream().anyMatch(index -> index.length < 2)) {
            throw new IllegalArgumentException(
                    indices.size() + " lives: expected at least two machines with at least two snapshots each");
        }
        Moments last = Moments.NONE;
        double rise = 0;
        double monotonicity = 0;
        double trendability = 1;
        for (int i = 0; i < indices.size(); i++) {
            double[] index = indices.get(i);
            last = last.with(index[index.length - 1]);
            rise += Math.abs(index[index.length - 1] - index[0]) / indices.size();
            monotonicity += Math.abs(excess(index)) / indices.size();
            for (int other = 0; other < i; other++) {
                trendability = Math.min(trendability, alike(stretched(index), stretched(indices.get(other))));
            }
        }
        double prognosability = rise > 0 ? Math.exp(-last.deviation() / rise) : 0;
        return new IndexQuality(monotonicity, trendability, prognosability);
    }

    /** Returns the correlation where it is positive; what stands still goes together with nothing. */
    private static double alike(double[] one, double[] other) {
        boolean move = Moments.of(one).squares() > 0 && Moments.of(other).squares() > 0;
        return move ? Math.max(Correlation.pearson(one, other).coefficient(), 0) : 0;
    }

    private static double excess(double[] index) {
        int rises = 0;
        for (int s = 1; s < index.length; s++) {
            rises += (int) Math.signum(index[s] - index[s - 1]);
        }
        return rises / (index.length - 1.0);
    }

    /** Returns the index at even shares of the life, between two snapshots on the line through both. */
    private static double[] stretched(double[] index) {
        double[] points = new double[POINTS];
        for (int p = 0; p < POINTS; p++) {
            double position = (index.length - 1.0) * p / (POINTS - 1);
            int at = Math.min((int) position, index.length - 2);
            points[p] = index[at] + (position - at) * (index[at + 1] - index[at]);
        }
        return points;
    }
}
