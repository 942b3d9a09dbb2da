package org.industrialmind.foundations.graph;

import java.util.Arrays;

/**
 * The parts into which a graph falls: nodes joined by edges whatever their direction, or nodes each of which can be reached
 * from every other.
 *
 * <p>Parts are numbered 0, 1, 2 ... in the order of their first nodes. Complexity: O(nodes + arcs).
 *
 * @see "Tarjan 1972, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1(2)"
 */
public final class Components {
    private Components() {}

    /** Returns the number of each node's part, directions forgotten. Shape: [nodes]. */
    public static int[] connected(Graph graph) {
        UnionFind sets = new UnionFind(graph.nodes());
        for (int node = 0; node < graph.nodes(); node++) {
            for (int arc = graph.starts[node]; arc < graph.starts[node + 1]; arc++) {
                sets.join(node, graph.targets[arc]);
            }
        }
        return sets.labels();
    }

    /** Returns the number of each node's part of mutual reach: loops of flow or of control. Shape: [nodes]. */
    public static int[] strong(Graph graph) {
        return new Strong(graph).labels();
    }

    /** Tarjan's search, with a stack of its own in place of recursion. */
    private static final class Strong {
        private final Graph graph;
        private final UnionFind parts;
        private final int[] number; // in order of discovery, from 1; 0 is undiscovered
        private final int[] low; // least number known to be reached within the part
        private final boolean[] open; // on the stack of nodes whose part is not complete
        private final int[] next;
        private final int[] stack;
        private final int[] path;
        private int stacked;
        private int found;

        Strong(Graph graph) {
            int n = graph.nodes();
            this.graph = graph;
            parts = new UnionFind(n);
            number = new int[n];
            low = new int[n];
            open = new boolean[n];
            next = Arrays.copyOf(graph.starts, n);
            stack = new int[n];
            path = new int[n];
        }

        int[] labels() {
            for (int node = 0; node < graph.nodes(); node++) {
                if (number[node] == 0) {
                    search(node);
                }
            }
            return parts.labels();
        }

        private void search(int root) {
            int depth = 0;
            path[depth++] = discover(root);
            while (depth > 0) {
                int node = path[depth - 1];
                if (next[node] < graph.starts[node + 1]) {
                    int target = graph.targets[next[node]++];
                    if (number[target] == 0) {
                        path[depth++] = discover(target);
                    } else if (open[target]) {
                        low[node] = Math.min(low[node], number[target]);
                    }
                    continue;
                }
                depth--;
                if (depth > 0) {
                    low[path[depth - 1]] = Math.min(low[path[depth - 1]], low[node]);
                }
                if (low[node] == number[node]) {
                    close(node);
                }
            }
        }

        private int discover(int node) {
            number[node] = ++found;
            low[node] = found;
            open[node] = true;
            stack[stacked++] = node;
            return node;
        }

        private void close(int first) {
            int member;
            do {
                member = stack[--stacked];
                open[member] = false;
                parts.join(first, member);
            } while (member != first);
        }
    }
}
