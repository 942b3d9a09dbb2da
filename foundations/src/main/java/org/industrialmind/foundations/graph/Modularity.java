package org.industrialmind.foundations.graph;

/**
 * How much more weight lies within communities than would if edges were drawn by chance between the same degrees.
 *
 * <p>Q = sum over communities of in/2m - resolution (total/2m)^2, where {@code in} is the weight within, each edge counted
 * from both ends, {@code total} that of all edges of its members, and 2m that of the graph. One community of everything has
 * 0; good divisions of real networks lie between 0.3 and 0.7. Communities much smaller than the root of the number of edges
 * cannot be seen (the resolution limit); a resolution above 1 looks for smaller ones.
 *
 * @see "Newman and Girvan 2004, Finding and evaluating community structure in networks, Physical Review E 69"
 */
public final class Modularity {
    private Modularity() {}

    /** Returns the modularity at resolution 1. */
    public static double of(Graph graph, int[] communities) {
        return of(graph, communities, 1);
    }

    /**
     * Returns the modularity of a division.
     *
     * @param communities number of each node's community, from 0
     * @throws IllegalArgumentException if the graph is directed or without weight, a weight is negative, or there is not one
     *     community a node
     */
    public static double of(Graph graph, int[] communities, double resolution) {
        requireUndirected(graph);
        if (communities.length != graph.nodes()) {
            throw new IllegalArgumentException(
                    communities.length + " communities for " + graph + ": expected one a node");
        }
        int count = 0;
        for (int community : communities) {
            count = Math.max(count, community + 1);
        }
        double[] totals = new double[count];
        double within = 0;
        double all = 0;
        for (int node = 0; node < graph.nodes(); node++) {
            for (int arc = graph.starts[node]; arc < graph.starts[node + 1]; arc++) {
                int target = graph.targets[arc];
                double weight = target == node ? 2 * graph.weights[arc] : graph.weights[arc]; // a loop has two ends
                all += weight;
                totals[communities[node]] += weight;
                within += communities[node] == communities[target] ? weight : 0;
            }
        }
        if (all == 0) {
            throw new IllegalArgumentException(graph + " has no weight: expected an edge of some");
        }
        double modularity = within / all;
        for (double total : totals) {
            modularity -= resolution * (total / all) * (total / all);
        }
        return modularity;
    }

    static void requireUndirected(Graph graph) {
        if (graph.isDirected()) {
            throw new IllegalArgumentException(
                    graph + " is directed: expected an undirected graph, see Graph.withoutDirections");
        }
        graph.requireNoNegativeWeight("modularity");
    }
}
