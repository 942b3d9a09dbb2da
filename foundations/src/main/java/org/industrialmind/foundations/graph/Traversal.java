package org.industrialmind.foundations.graph;

import java.util.Arrays;

/**
 * The nodes that can be reached from one, near before far or deep before broad.
 *
 * <p>Weights play no part. Neighbours are taken in the order in which their edges were added. Complexity: O(nodes + arcs).
 *
 * @see "Cormen, Leiserson, Rivest and Stein 2022, Introduction to Algorithms, 4th ed., chapter 20"
 */
public final class Traversal {
    private Traversal() {}

    /** Returns the nodes that can be reached, in order of the number of edges to them. */
    public static int[] breadthFirst(Graph graph, int start) {
        int[] queue = new int[graph.nodes()];
        return Arrays.copyOf(queue, search(graph, start, queue, new int[graph.nodes()]));
    }

    /** Returns the least number of edges to each node, -1 for one that cannot be reached. Shape: [nodes]. */
    public static int[] hops(Graph graph, int start) {
        int[] hops = new int[graph.nodes()];
        search(graph, start, new int[graph.nodes()], hops);
        return hops;
    }

    private static int search(Graph graph, int start, int[] queue, int[] hops) {
        Arrays.fill(hops, -1);
        hops[graph.requireNode(start)] = 0;
        queue[0] = start;
        int found = 1;
        for (int i = 0; i < found; i++) {
            int node = queue[i];
            for (int arc = graph.starts[node]; arc < graph.starts[node + 1]; arc++) {
                int next = graph.targets[arc];
                if (hops[next] < 0) {
                    hops[next] = hops[node] + 1;
                    queue[found++] = next;
                }
            }
        }
        return found;
    }

    /** Returns the nodes that can be reached, each before those it leads to first; no recursion, however deep. */
    public static int[] depthFirst(Graph graph, int start) {
        boolean[] seen = new boolean[graph.nodes()];
        int[] order = new int[graph.nodes()];
        int[] path = new int[graph.nodes()];
        int[] next = Arrays.copyOf(graph.starts, graph.nodes()); // next arc of each node to try
        int found = 0;
        int depth = 0;
        seen[graph.requireNode(start)] = true;
        path[depth++] = start;
        order[found++] = start;
        while (depth > 0) {
            int node = path[depth - 1];
            if (next[node] == graph.starts[node + 1]) {
                depth--;
                continue;
            }
            int target = graph.targets[next[node]++];
            if (!seen[target]) {
                seen[target] = true;
                path[depth++] = target;
                order[found++] = target;
            }
        }
        return Arrays.copyOf(order, found);
    }
}
