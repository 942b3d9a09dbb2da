package org.industrialmind.foundations.clustering;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.industrialmind.foundations.graph.UnionFind;

/**
 * The history of joining clusters, from every row alone to all in one.
 *
 * <p>Merge m joins two nodes into node n + m, where nodes below n are the rows themselves; heights never fall.
 */
public final class Dendrogram {
    private final int rows;
    private final int[] left;
    private final int[] right;
    private final double[] heights;
    private final int[] sizes;

    private Dendrogram(int rows) {
        this.rows = rows;
        left = new int[rows - 1];
        right = new int[rows - 1];
        heights = new double[rows - 1];
        sizes = new int[rows - 1];
    }

    /** Puts merges in order of height; equal ones stay as they came. */
    static Dendrogram of(Merges merges) {
        int n = merges.rows;
        Dendrogram tree = new Dendrogram(n);
        UnionFind sets = new UnionFind(n);
        int[] nodes = IntStream.range(0, n).toArray(); // of the set that a member stands for
        int[] order = IntStream.range(0, n - 1)
                .boxed()
                .sorted(Comparator.comparingDouble(m -> merges.heights[m]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int m = 0; m < n - 1; m++) {
            int a = sets.find(merges.left[order[m]]);
            int b = sets.find(merges.right[order[m]]);
            tree.left[m] = Math.min(nodes[a], nodes[b]);
            tree.right[m] = Math.max(nodes[a], nodes[b]);
            tree.heights[m] = merges.heights[order[m]];
            sets.join(a, b);
            tree.sizes[m] = sets.size(a);
            nodes[sets.find(a)] = n + m;
        }
        return tree;
    }

    /** Returns the number of rows; there is one merge fewer. */
    public int rows() {
        return rows;
    }

    /** Returns the node of lower number that a merge joins. */
    public int left(int merge) {
        return left[merge];
    }

    /** Returns the node of higher number that a merge joins. */
    public int right(int merge) {
        return right[merge];
    }

    /** Returns how far apart the two nodes of a merge were, by the linkage. */
    public double height(int merge) {
        return heights[merge];
    }

    /** Returns how many rows a merge has brought together. */
    public int size(int merge) {
        return sizes[merge];
    }

    /**
     * Undoes the last merges until so many clusters are left; they are numbered in the order of their first rows.
     *
     * @throws IllegalArgumentException if the number is not from 1 to the number of rows
     */
    public Clustering cut(int clusters) {
        if (clusters < 1 || clusters > rows) {
            throw new IllegalArgumentException(clusters + " clusters of " + rows + " rows: expected 1 to " + rows);
        }
        return after(rows - clusters);
    }

    /** Keeps the merges that are no higher than this. */
    public Clustering cutAt(double height) {
        int kept = 0;
        while (kept < heights.length && heights[kept] <= height) {
            kept++;
        }
        return after(kept);
    }

    private Clustering after(int kept) {
        UnionFind sets = new UnionFind(rows);
        int[] members = new int[rows + kept]; // one row of each node
        for (int r = 0; r < rows; r++) {
            members[r] = r;
        }
        for (int m = 0; m < kept; m++) {
            sets.join(members[left[m]], members[right[m]]);
            members[rows + m] = members[left[m]];
        }
        return new Groups(rows - kept, sets.labels());
    }
}
