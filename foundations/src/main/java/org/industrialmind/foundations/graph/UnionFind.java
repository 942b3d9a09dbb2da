package org.industrialmind.foundations.graph;

import java.util.Arrays;

/**
 * Sets that do not overlap, and only ever join: what makes of "these two belong together" who belongs together.
 *
 * <p>Each set is a tree of parents. The smaller tree is hung under the larger, and every look-up shortens the way it went
 * (path halving), so that an operation costs next to nothing: O(inverse Ackermann(n)), below 5 for any n there is.
 *
 * @see "Tarjan and van Leeuwen 1984, Worst-case analysis of set union algorithms, Journal of the ACM 31(2)"
 */
public final class UnionFind {
    private final int[] parents;
    private final int[] sizes;
    private int sets;

    /** Makes n sets of one member each. */
    public UnionFind(int n) {
        parents = new int[n];
        sizes = new int[n];
        Arrays.setAll(parents, i -> i);
        Arrays.fill(sizes, 1);
        sets = n;
    }

    /** Returns the member that stands for the set; it may change when sets join. */
    public int find(int member) {
        int at = member;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /** Joins the sets of two members; returns whether they were two. */
    public boolean join(int a, int b) {
        int larger = find(a);
        int smaller = find(b);
        if (larger == smaller) {
            return false;
        }
        if (sizes[larger] < sizes[smaller]) {
            int other = larger;
            larger = smaller;
            smaller = other;
        }
        parents[smaller] = larger;
        sizes[larger] += sizes[smaller];
        sets--;
        return true;
    }

    /** Returns the number of sets. */
    public int sets() {
        return sets;
    }

    /** Returns the number of members of a member's set. */
    public int size(int member) {
        return sizes[find(member)];
    }

    /** Returns for each member the number of its set, 0, 1, 2 ... in order of their first members. */
    public int[] labels() {
        int[] names = new int[parents.length];
        Arrays.fill(names, -1);
        int[] labels = new int[parents.length];
        int next = 0;
        for (int i = 0; i < labels.length; i++) {
            int root = find(i);
            if (names[root] < 0) {
                names[root] = next++;
            }
            labels[i] = names[root];
        }
        return labels;
    }
}
