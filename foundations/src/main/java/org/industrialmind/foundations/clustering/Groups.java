package org.industrialmind.foundations.clustering;

/** Labels and nothing more. */
final class Groups implements Clustering {
    private final int clusters;
    private final int[] labels;

    /** Takes the array as it is. */
    Groups(int clusters, int[] labels) {
        this.clusters = clusters;
        this.labels = labels;
    }

    @Override
    public int clusters() {
        return clusters;
    }

    @Override
    public int[] labels() {
        return labels.clone();
    }
}
