package org.industrialmind.foundations.clustering;

/** Dense groups of rows, which of the rows are cores, and the rest as noise. */
public final class DensityClustering implements Clustering {
    private final int clusters;
    private final int[] labels;
    private final boolean[] core;

    /** Takes the arrays as they are. */
    DensityClustering(int clusters, int[] labels, boolean[] core) {
        this.clusters = clusters;
        this.labels = labels;
        this.core = core;
    }

    @Override
    public int clusters() {
        return clusters;
    }

    @Override
    public int[] labels() {
        return labels.clone();
    }

    /** Tells whether a row has enough neighbours to be a core. */
    public boolean isCore(int row) {
        return core[row];
    }
}
