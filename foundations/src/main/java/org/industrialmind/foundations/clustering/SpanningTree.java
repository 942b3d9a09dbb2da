package org.industrialmind.foundations.clustering;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Vectors;

/**
 * The minimum spanning tree of rows by Prim's method: the tree takes in the row that lies nearest to it, n - 1 times. No
 * distance is kept. Complexity: O(n^2 d); memory O(n).
 */
final class SpanningTree {
    private SpanningTree() {}

    /**
     * Spans by the greater of the distance and either row's own least distance (mutual reachability; zeros make it plain).
     */
    static Merges of(int n, int d, double[] x, double[] least) {
        Merges edges = new Merges(n);
        double[] squaredLeast = new double[n];
        Arrays.setAll(squaredLeast, r -> least[r] * least[r]);
        double[] nearest = new double[n]; // squared, from the tree
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int[] through = new int[n];
        int[] outside = new int[n];
        Arrays.setAll(outside, r -> r);
        int at = 0;
        int left = n - 1;
        outside[0] = outside[left];
        for (; left > 0; left--) {
            int best = 0;
            for (int i = 0; i < left; i++) {
                int r = outside[i];
                double distance = Math.max(
                        Vectors.squaredDistance(d, x, at * d, x, r * d), Math.max(squaredLeast[at], squaredLeast[r]));
                if (distance < nearest[r]) {
                    nearest[r] = distance;
                    through[r] = at;
                }
                if (nearest[r] < nearest[outside[best]]) {
                    best = i;
                }
            }
            int next = outside[best];
            edges.add(through[next], next, Math.sqrt(nearest[next]));
            outside[best] = outside[left - 1];
            at = next;
        }
        return edges;
    }
}
