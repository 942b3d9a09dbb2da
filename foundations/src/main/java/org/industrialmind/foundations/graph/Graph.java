package org.industrialmind.foundations.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Nodes 0 to n - 1 and weighted edges between them, directed or not; it does not change once made.
 *
 * <p>Edges are kept as arcs, node after node, in three arrays (compressed sparse rows): the arcs of a node lie side by
 * side, in the order in which they were added, so a walk over neighbours runs along memory. An undirected edge is an arc
 * each way; one from a node to itself is one arc. There may be several edges between two nodes.
 *
 * <p>What a weight means is up to the question: a length to {@link ShortestPaths}, a strength to {@link PageRank} and
 * {@link Louvain}. Memory: 12 bytes an arc, 4 a node.
 */
public final class Graph {
    private final boolean directed;
    private final int edges;
    final int[] starts; // [node + 1]: arcs of node i are those from starts[i] to starts[i + 1]
    final int[] targets; // [arc]
    final double[] weights; // [arc]

    private Graph(boolean directed, int nodes, List<Edge> edges) {
        this.directed = directed;
        this.edges = edges.size();
        starts = new int[nodes + 1];
        for (Edge edge : edges) {
            starts[edge.from() + 1]++;
            if (returns(edge)) {
                starts[edge.to() + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        targets = new int[starts[nodes]];
        weights = new double[starts[nodes]];
        int[] next = Arrays.copyOf(starts, nodes);
        for (Edge edge : edges) {
            put(next[edge.from()]++, edge.to(), edge.weight());
            if (returns(edge)) {
                put(next[edge.to()]++, edge.from(), edge.weight());
            }
        }
    }

    private boolean returns(Edge edge) {
        return !directed && edge.from() != edge.to();
    }

    private void put(int arc, int target, double weight) {
        targets[arc] = target;
        weights[arc] = weight;
    }

    /**
     * An edge; of an undirected graph, either end may be called the first.
     *
     * @param weight a finite number
     */
    public record Edge(int from, int to, double weight) {
        /** @throws IllegalArgumentException if the weight is NaN or infinite */
        public Edge {
            if (!Double.isFinite(weight)) {
                throw new IllegalArgumentException(
                        "the edge from " + from + " to " + to + " has weight " + weight + ": expected a finite number");
            }
        }
    }

    /** Collects the edges of a graph. */
    public static final class Builder {
        private final boolean directed;
        private final int nodes;
        private final List<Edge> edges = new ArrayList<>();

        private Builder(boolean directed, int nodes) {
            if (nodes < 1) {
                throw new IllegalArgumentException("a graph of " + nodes + " nodes: expected at least 1");
            }
            this.directed = directed;
            this.nodes = nodes;
        }

        /** Adds an edge of weight 1. */
        public Builder edge(int from, int to) {
            return edge(from, to, 1);
        }

        /** @throws IllegalArgumentException if an end is not a node, or the weight is NaN or infinite */
        public Builder edge(int from, int to, double weight) {
            if (from < 0 || to < 0 || from >= nodes || to >= nodes) {
                throw new IllegalArgumentException(
                        "an edge from " + from + " to " + to + ": expected nodes between 0 and " + (nodes - 1));
            }
            edges.add(new Edge(from, to, weight));
            return this;
        }

        public Graph build() {
            return new Graph(directed, nodes, edges);
        }
    }

    /** @throws IllegalArgumentException if there is no node */
    public static Builder directed(int nodes) {
        return new Builder(true, nodes);
    }

    /** @throws IllegalArgumentException if there is no node */
    public static Builder undirected(int nodes) {
        return new Builder(false, nodes);
    }

    public boolean isDirected() {
        return directed;
    }

    public int nodes() {
        return starts.length - 1;
    }

    public int edges() {
        return edges;
    }

    /** Returns the nodes at the other end of a node's arcs, in the order in which they were added; a copy. */
    public int[] neighbours(int node) {
        return Arrays.copyOfRange(targets, starts[requireNode(node)], starts[node + 1]);
    }

    /** Returns the weights of a node's arcs, in the order of {@link #neighbours}; a copy. */
    public double[] weights(int node) {
        return Arrays.copyOfRange(weights, starts[requireNode(node)], starts[node + 1]);
    }

    /** Returns all edges, an undirected one once, from the lower to the higher node. */
    public List<Edge> edgeList() {
        List<Edge> list = new ArrayList<>(edges);
        for (int node = 0; node < nodes(); node++) {
            for (int arc = starts[node]; arc < starts[node + 1]; arc++) {
                if (directed || node <= targets[arc]) {
                    list.add(new Edge(node, targets[arc], weights[arc]));
                }
            }
        }
        return list;
    }

    /** Returns the graph with every edge turned round; an undirected one as it is. */
    public Graph reversed() {
        if (!directed) {
            return this;
        }
        Builder turned = directed(nodes());
        edgeList().forEach(edge -> turned.edge(edge.to(), edge.from(), edge.weight()));
        return turned.build();
    }

    /** Returns the graph with directions forgotten; an undirected one as it is. */
    public Graph withoutDirections() {
        if (!directed) {
            return this;
        }
        Builder both = undirected(nodes());
        edgeList().forEach(edge -> both.edge(edge.from(), edge.to(), edge.weight()));
        return both.build();
    }

    int requireNode(int node) {
        if (node < 0 || node >= nodes()) {
            throw new IllegalArgumentException("node " + node + ": expected one between 0 and " + (nodes() - 1));
        }
        return node;
    }

    /** @throws IllegalArgumentException if a weight is negative; the message names the edge */
    void requireNoNegativeWeight(String purpose) {
        for (int node = 0; node < nodes(); node++) {
            for (int arc = starts[node]; arc < starts[node + 1]; arc++) {
                if (weights[arc] < 0) {
                    throw new IllegalArgumentException("the edge from " + node + " to " + targets[arc] + " has weight "
                            + weights[arc] + ": " + purpose + " needs weights that are not negative");
                }
            }
        }
    }

    @Override
    public String toString() {
        return "Graph[" + nodes() + " nodes, " + edges + (directed ? " directed edges]" : " edges]");
    }
}
