package org.industrialmind.foundations.clustering;

/** The clusters that last longest as the radius shrinks, and how firmly each row belongs. */
public final class LastingClusters implements Clustering {
    private final int[] labels;
    private final double[] strengths;
    private final double[] stabilities;

    /** Takes the arrays as they are. */
    LastingClusters(int[] labels, double[] strengths, double[] stabilities) {
        this.labels = labels;
        this.strengths = strengths;
        this.stabilities = stabilities;
    }

    @Override
    public int clusters() {
        return stabilities.length;
    }

    @Override
    public int[] labels() {
        return labels.clone();
    }

    /** Returns how firmly a row belongs to its cluster: 1 to the last, 0 for noise. */
    public double strength(int row) {
        return strengths[row];
    }

    /** Returns the stability of a cluster: lambda (one over distance), summed over rows. */
    public double stability(int cluster) {
        return stabilities[cluster];
    }
}
