package org.industrialmind.foundations.graph;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An order of a directed graph's nodes in which every edge leads forward: what comes first upstream, or must be done first.
 *
 * <p>Nodes that nothing leads to are taken away one after the other, of several the first by number (Kahn). If some remain
 * that all have edges leading to them, there is a cycle. Complexity: O((nodes + arcs) log nodes).
 *
 * @see "Kahn 1962, Topological sorting of large networks, Communications of the ACM 5(11)"
 */
public final class TopologicalOrder {
    private TopologicalOrder() {}

    /**
     * Returns the nodes in order.
     *
     * @throws IllegalArgumentException if the graph is undirected, or has a cycle; the message names the cycle
     */
    public static int[] of(Graph graph) {
        if (!graph.isDirected()) {
            throw new IllegalArgumentException(graph + " has no directions to order by: expected a directed graph");
        }
        int n = graph.nodes();
        int[] incoming = new int[n];
        for (int target : graph.targets) {
            incoming[target]++;
        }
        NodeHeap free = new NodeHeap(n);
        for (int node = 0; node < n; node++) {
            if (incoming[node] == 0) {
                free.lower(node, node);
            }
        }
        int[] order = new int[n];
        int done = 0;
        while (!free.isEmpty()) {
            int node = free.removeLeast();
            order[done++] = node;
            for (int arc = graph.starts[node]; arc < graph.starts[node + 1]; arc++) {
                if (--incoming[graph.targets[arc]] == 0) {
                    free.lower(graph.targets[arc], graph.targets[arc]);
                }
            }
        }
        if (done < n) {
            throw new IllegalArgumentException(
                    "the graph has a cycle, " + cycle(graph, incoming) + ": it has no order");
        }
        return order;
    }

    /** Walks backwards among what is left, where every node has one before it, until a node is met again. */
    private static String cycle(Graph graph, int[] incoming) {
        int[] before = new int[graph.nodes()];
        int start = -1;
        for (int node = 0; node < graph.nodes(); node++) {
            for (int arc = graph.starts[node]; incoming[node] > 0 && arc < graph.starts[node + 1]; arc++) {
                before[graph.targets[arc]] = node;
                start = incoming[graph.targets[arc]] > 0 ? graph.targets[arc] : start;
            }
        }
        boolean[] met = new boolean[graph.nodes()];
        int at = start;
        while (!met[at]) {
            met[at] = true;
            at = before[at];
        }
        int[] backwards = new int[graph.nodes() + 1];
        int length = 0;
        int node = at;
        do {
            backwards[length++] = node;
            node = before[node];
        } while (node != at);
        backwards[length++] = at;
        int last = length - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> Integer.toString(backwards[last - i]))
                .collect(Collectors.joining(" -> "));
    }
}
