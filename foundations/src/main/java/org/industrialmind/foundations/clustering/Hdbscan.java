package org.industrialmind.foundations.clustering;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.neighbors.NeighborIndex;

/**
 * HDBSCAN: {@link Dbscan} at every radius at once, keeping the clusters that last longest.
 *
 * <ol>
 *   <li>The core distance of a row reaches its so many nearest rows, itself counted. Two rows are as far apart as the
 *       greatest of their distance and their core distances (mutual reachability), which pushes sparse rows away and leaves
 *       dense ones.
 *   <li>The minimum spanning tree of that distance, its edges in order, is the single-linkage dendrogram.
 *   <li>Read from the top as the radius shrinks: a part that is smaller than the least cluster only drops off; where both
 *       parts are large enough, the cluster truly splits. What remains is a small tree of clusters (condensed tree).
 *   <li>With density lambda = 1 / radius, the stability of a cluster is the sum over its rows of the lambda at which the
 *       row left less the lambda at which the cluster was born. Clusters are chosen, none above another, so that the sum of
 *       stabilities is greatest; rows of no chosen cluster are noise.
 * </ol>
 *
 * <p>Trade-off: no radius to choose, and clusters of different density side by side; but all rows as one cluster is never
 * an answer, and the spanning tree takes O(n^2 d) here, some seconds for 20 000 rows. Rows that coincide have a radius of 0
 * between them; their lambda is taken as that of the least radius above 0.
 *
 * <ol>
 *   <li>Campello, Moulavi and Sander 2013, Density-based clustering based on hierarchical density estimates, PAKDD.
 *   <li>McInnes and Healy 2017, Accelerated hierarchical density based clustering, ICDM Workshops.
 * </ol>
 *
 * @param leastSize rows that a cluster must have, at least 2
 * @param neighbors rows that the core distance reaches, itself counted
 */
public record Hdbscan(int leastSize, int neighbors) implements Clusterer {
    public Hdbscan {
        Setting.atLeast("leastSize", leastSize, 2);
        Setting.atLeast("neighbors", neighbors, 1);
    }

    /** Clusters of 5 rows or more. */
    public static Hdbscan defaults() {
        return new Hdbscan(5, 5);
    }

    /** Clusters are numbered in the order of their first rows; the seed changes nothing. */
    @Override
    public LastingClusters fit(Matrix rows, long seed) {
        return fit(rows);
    }

    /** @throws IllegalArgumentException if a value is missing, or there are fewer rows than neighbours to reach */
    public LastingClusters fit(Matrix rows) {
        int n = rows.requireFinite().rows();
        if (n < neighbors) {
            throw new IllegalArgumentException(
                    n + " rows for core distances that reach " + neighbors + ": expected at least as many rows");
        }
        NeighborIndex index = NeighborIndex.of(rows);
        double[] core = new double[n];
        Arrays.setAll(core, r -> index.nearest(rows.row(r), neighbors).distance(neighbors - 1));
        Merges tree = SpanningTree.of(n, rows.columns(), rows.toArray(), core);
        return new CondensedTree(Dendrogram.of(tree), leastSize).lasting();
    }
}
