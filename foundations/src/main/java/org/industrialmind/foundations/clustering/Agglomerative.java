package org.industrialmind.foundations.clustering;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.algebra.Vectors;

/**
 * Agglomerative clustering: every row begins alone, and the two nearest clusters join until one is left.
 *
 * <p>The whole history is kept as a {@link Dendrogram} and cut afterwards, at a height or into a number of clusters.
 * Looking for the nearest pair over and over would be O(n^3). Two shortcuts make it O(n^2): for single linkage the merges
 * are the edges of the minimum spanning tree, in order of length, and no matrix of distances is kept. For the others one
 * walks from a cluster to its nearest, to that one's nearest, until two are nearest to each other; those may join at once
 * although nearer pairs exist elsewhere, because none of these linkages lets a joined cluster come nearer than its parts
 * were. The merges are put in order of height at the end.
 *
 * <p>Trade-off: a picture of all scales at once, at the cost of n(n - 1)/2 distances (not for single linkage): 20 000 rows
 * take 1.6 GB.
 *
 * <ol>
 *   <li>Murtagh 1983, A survey of recent advances in hierarchical clustering algorithms, The Computer Journal 26(4).
 *   <li>Müllner 2011, Modern hierarchical, agglomerative clustering algorithms, arXiv 1109.2378.
 *   <li>Lance and Williams 1967, A general theory of classificatory sorting strategies, The Computer Journal 9(4).
 * </ol>
 */
public record Agglomerative(Linkage linkage) {
    private static final int MOST_ROWS = 65_000; // more distances than an array can hold

    /** Ward's linkage. */
    public static Agglomerative defaults() {
        return new Agglomerative(Linkage.WARD);
    }

    /** @throws IllegalArgumentException if a value is missing, or there are too many rows for their distances to be kept */
    public Dendrogram fit(Matrix rows) {
        rows.requireFinite();
        int n = rows.rows();
        int d = rows.columns();
        double[] x = rows.toArray();
        if (linkage == Linkage.SINGLE) {
            return Dendrogram.of(SpanningTree.of(n, d, x, new double[n]));
        }
        if (n > MOST_ROWS) {
            throw new IllegalArgumentException("the distances between " + n
                    + " rows do not fit in memory: expected at most " + MOST_ROWS + " rows, or single linkage");
        }
        double[] distances = new double[(int) ((long) n * (n - 1) / 2)];
        for (int i = 0, at = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double squared = Vectors.squaredDistance(d, x, i * d, x, j * d);
                distances[at++] = linkage == Linkage.WARD ? squared : Math.sqrt(squared);
            }
        }
        return Dendrogram.of(new Chain(n, distances).merges());
    }

    /** The walk along nearest neighbours. */
    private final class Chain {
        private final int n;
        private final double[] distances; // of i < j, row after row of the upper triangle
        private final int[] sizes; // 0: joined to another
        private final int[] chain;
        private int length;

        Chain(int n, double[] distances) {
            this.n = n;
            this.distances = distances;
            sizes = new int[n];
            Arrays.fill(sizes, 1);
            chain = new int[n];
        }

        private int place(int i, int j) {
            int low = Math.min(i, j);
            return (int) ((long) low * (2L * n - low - 1) / 2) + Math.max(i, j) - low - 1;
        }

        Merges merges() {
            Merges merges = new Merges(n);
            for (int m = 0; m < n - 1; m++) {
                double height = walk();
                int x = chain[--length];
                int y = chain[--length];
                merges.add(x, y, linkage == Linkage.WARD ? Math.sqrt(Math.max(0, height)) : height);
                join(Math.min(x, y), Math.max(x, y), height);
            }
            return merges;
        }

        /** Walks on until the last two of the chain are nearest to each other; returns their distance. */
        private double walk() {
            if (length == 0) {
                int first = 0;
                while (sizes[first] == 0) {
                    first++;
                }
                chain[length++] = first;
            }
            while (true) {
                int top = chain[length - 1];
                int before = length > 1 ? chain[length - 2] : -1;
                double least = before < 0 ? Double.POSITIVE_INFINITY : distances[place(top, before)];
                int nearest = before; // of equally near ones the one before: or the walk might go in circles
                for (int i = 0; i < n; i++) {
                    if (sizes[i] > 0 && i != top && (nearest < 0 || distances[place(i, top)] < least)) {
                        least = distances[place(i, top)];
                        nearest = i;
                    }
                }
                if (nearest == before) {
                    return least;
                }
                chain[length++] = nearest;
            }
        }

        private void join(int x, int y, double height) {
            for (int i = 0; i < n; i++) {
                if (sizes[i] > 0 && i != x && i != y) {
                    int yi = place(i, y);
                    distances[yi] =
                            linkage.joined(distances[place(i, x)], distances[yi], height, sizes[x], sizes[y], sizes[i]);
                }
            }
            sizes[y] += sizes[x];
            sizes[x] = 0;
        }
    }
}
