package org.industrialmind.foundations.clustering;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.neighbors.Metric;
import org.industrialmind.foundations.neighbors.NeighborIndex;
import org.industrialmind.foundations.neighbors.Neighbors;

/**
 * DBSCAN: clusters are where rows lie dense, of whatever shape; what lies alone is noise.
 *
 * <p>A row with enough rows within a radius, itself among them, is a core. Cores within the radius of each other share a
 * cluster, and so does every row within the radius of a core; a row that two clusters reach goes to the one found first.
 * All other rows are noise. One search of neighbours a row is all the work.
 *
 * <p>Trade-off: finds rings and chains, asks for no number of clusters and is not led astray by outliers; but one radius
 * must do for all clusters, see {@link Hdbscan} where densities differ. Complexity: O(n log n) in few columns, O(n^2) at
 * worst; memory O(n).
 *
 * @param radius in the metric's unit, above 0
 * @param neighbors rows within the radius that make a core, itself counted
 * @see "Ester, Kriegel, Sander and Xu 1996, A density-based algorithm for discovering clusters, KDD"
 */
public record Dbscan(double radius, int neighbors, Metric metric) implements Clusterer {
    public Dbscan {
        if (!(radius > 0) || Double.isInfinite(radius)) {
            throw new IllegalArgumentException("radius is " + radius + ": expected a finite number above 0");
        }
        Setting.atLeast("neighbors", neighbors, 1);
    }

    /** Five rows within the Euclidean radius make a core. */
    public static Dbscan of(double radius) {
        return new Dbscan(radius, 5, Metric.EUCLIDEAN);
    }

    /** Clusters are numbered in the order of their first cores; the seed changes nothing. */
    @Override
    public DensityClustering fit(Matrix rows, long seed) {
        return fit(rows);
    }

    /** @throws IllegalArgumentException if a value is missing, or the rows do not suit the metric */
    public DensityClustering fit(Matrix rows) {
        return new Spread(rows).all();
    }

    private final class Spread {
        private final Matrix rows;
        private final NeighborIndex index;
        private final int[] labels;
        private final boolean[] core;
        private final boolean[] looked; // its neighbourhood is known
        private final ArrayDeque<Integer> waiting = new ArrayDeque<>();

        Spread(Matrix rows) {
            this.rows = rows;
            index = NeighborIndex.of(rows, metric);
            labels = new int[rows.rows()];
            Arrays.fill(labels, Clustering.NOISE);
            core = new boolean[labels.length];
            looked = new boolean[labels.length];
        }

        DensityClustering all() {
            int clusters = 0;
            for (int r = 0; r < labels.length; r++) {
                if (!looked[r] && labels[r] == Clustering.NOISE && isCoreOf(r, clusters)) {
                    while (!waiting.isEmpty()) {
                        int next = waiting.pop();
                        if (!looked[next]) {
                            isCoreOf(next, clusters);
                        }
                    }
                    clusters++;
                }
            }
            return new DensityClustering(clusters, labels, core);
        }

        /** Looks around a row; if it is a core, its neighbours join the cluster and wait to be looked around. */
        private boolean isCoreOf(int row, int cluster) {
            looked[row] = true;
            Neighbors near = index.within(rows.row(row), radius);
            if (near.size() < neighbors) {
                return false;
            }
            core[row] = true;
            for (int i = 0; i < near.size(); i++) {
                int position = near.position(i);
                if (labels[position] == Clustering.NOISE) {
                    labels[position] = cluster;
                    if (!looked[position]) {
                        waiting.push(position);
                    }
                }
            }
            return true;
        }
    }
}
