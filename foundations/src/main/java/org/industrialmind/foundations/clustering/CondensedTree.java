package org.industrialmind.foundations.clustering;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The dendrogram without the splits that only let a few rows drop off: clusters, how long each lasted, and what is left. */
final class CondensedTree {
    private static final double SAME = 1 - 1e-12; // heights that differ by rounding only

    private final Dendrogram dendrogram;
    private final int n;
    private final int leastSize;
    private final double densest; // the lambda of the least radius above 0
    private int clusters = 1; // the first is the root; a parent has a lower number than its children
    private final int[] parents;
    private final double[] births;
    private final double[] deaths; // lambda when the last row left, or the cluster split
    private final double[] stabilities;
    private final int[] lastClusters; // of each row
    private final double[] leaving; // lambda when the row left it

    CondensedTree(Dendrogram dendrogram, int leastSize) {
        this.dendrogram = dendrogram;
        this.leastSize = leastSize;
        n = dendrogram.rows();
        parents = new int[2 * n];
        births = new double[2 * n];
        deaths = new double[2 * n];
        stabilities = new double[2 * n];
        lastClusters = new int[n];
        leaving = new double[n];
        densest = 1
                / IntStream.range(0, n - 1)
                        .mapToDouble(dendrogram::height)
                        .filter(height -> height > 0)
                        .findFirst()
                        .orElse(1);
        parents[0] = -1;
        int[] clusterOf = new int[2 * n - 1];
        Arrays.fill(clusterOf, -1);
        clusterOf[2 * n - 2] = 0;
        for (int node = 2 * n - 2; node >= n; node--) {
            if (clusterOf[node] >= 0) {
                divide(node, clusterOf);
            }
        }
    }

    /** Lets the parts of a node of a cluster go on, drop off, or become clusters of their own. */
    private void divide(int node, int[] clusterOf) {
        int cluster = clusterOf[node];
        double height = dendrogram.height(node - n);
        double lambda = height > 0 ? Math.min(1 / height, densest) : densest;
        int[] parts = parts(node, height);
        boolean splits =
                Arrays.stream(parts).filter(part -> size(part) >= leastSize).count() > 1;
        for (int part : parts) {
            boolean large = size(part) >= leastSize;
            if (splits || !large) {
                leave(cluster, size(part), lambda);
            }
            if (!large) {
                dropOff(part, cluster, lambda);
            } else if (splits) {
                parents[clusters] = cluster;
                births[clusters] = lambda;
                clusterOf[part] = clusters++;
            } else {
                clusterOf[part] = cluster;
            }
        }
    }

    /**
     * Returns what a node falls into at its height: more than two parts where merges are equally high, as is common since
     * many rows are no nearer to any other than their core distance.
     */
    private int[] parts(int node, double height) {
        IntStream.Builder parts = IntStream.builder();
        ArrayDeque<Integer> waiting = new ArrayDeque<>();
        waiting.push(node);
        while (!waiting.isEmpty()) {
            int next = waiting.pop();
            if (next < n || dendrogram.height(next - n) < height * SAME) {
                parts.add(next);
            } else {
                waiting.push(dendrogram.right(next - n));
                waiting.push(dendrogram.left(next - n));
            }
        }
        return parts.build().toArray();
    }

    private int size(int node) {
        return node < n ? 1 : dendrogram.size(node - n);
    }

    private void leave(int cluster, int rows, double lambda) {
        stabilities[cluster] += rows * (lambda - births[cluster]);
        deaths[cluster] = Math.max(deaths[cluster], lambda);
    }

    private void dropOff(int node, int cluster, double lambda) {
        if (node < n) {
            lastClusters[node] = cluster;
            leaving[node] = lambda;
        } else { // fewer rows than the least cluster: not deep
            dropOff(dendrogram.left(node - n), cluster, lambda);
            dropOff(dendrogram.right(node - n), cluster, lambda);
        }
    }

    LastingClusters lasting() {
        int[] chosen = chosenAbove(chosen());
        int[] names = new int[clusters];
        Arrays.fill(names, -1);
        int next = 0;
        int[] labels = new int[n];
        double[] strengths = new double[n];
        double[] kept = new double[clusters];
        for (int r = 0; r < n; r++) {
            int cluster = chosen[lastClusters[r]];
            if (cluster < 0) {
                labels[r] = Clustering.NOISE;
                continue;
            }
            if (names[cluster] < 0) {
                kept[next] = stabilities[cluster];
                names[cluster] = next++;
            }
            labels[r] = names[cluster];
            strengths[r] = Math.min(1, leaving[r] / deaths[cluster]);
        }
        return new LastingClusters(labels, strengths, Arrays.copyOf(kept, next));
    }

    /** Chooses from the leaves up: a cluster, unless its parts are more stable together. The root is never chosen. */
    private boolean[] chosen() {
        double[] below = new double[clusters]; // best sum of stabilities of the parts
        boolean[] chosen = new boolean[clusters];
        for (int c = clusters - 1; c > 0; c--) {
            chosen[c] = stabilities[c] >= below[c];
            below[parents[c]] += Math.max(stabilities[c], below[c]);
        }
        return chosen;
    }

    /** Returns for each cluster the topmost chosen one among itself and those above, or -1. */
    private int[] chosenAbove(boolean[] chosen) {
        int[] above = new int[clusters];
        above[0] = -1;
        for (int c = 1; c < clusters; c++) {
            int parent = above[parents[c]];
            above[c] = parent < 0 && chosen[c] ? c : parent;
        }
        return above;
    }
}
