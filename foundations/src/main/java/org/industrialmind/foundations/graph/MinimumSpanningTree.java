package org.industrialmind.foundations.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.industrialmind.foundations.graph.Graph.Edge;

/**
 * The edges of least total weight that keep an undirected graph together; of a graph in parts, one tree a part.
 *
 * <p>Edges are tried from the lightest on, and taken if they join two parts (Kruskal): of all edges between a part and the
 * rest, the lightest is in some least tree. Complexity: O(edges log edges).
 *
 * @see "Kruskal 1956, On the shortest spanning subtree of a graph, Proc. American Mathematical Society 7(1)"
 */
public final class MinimumSpanningTree {
    private MinimumSpanningTree() {}

    /**
     * Returns the edges, the lightest first.
     *
     * @throws IllegalArgumentException if the graph is directed
     */
    public static List<Edge> of(Graph graph) {
        if (graph.isDirected()) {
            throw new IllegalArgumentException(graph + " is directed: expected an undirected graph");
        }
        List<Edge> edges = graph.edgeList();
        edges.sort(Comparator.comparingDouble(Edge::weight));
        UnionFind parts = new UnionFind(graph.nodes());
        List<Edge> taken = new ArrayList<>(graph.nodes());
        for (Edge edge : edges) {
            if (parts.join(edge.from(), edge.to())) {
                taken.add(edge);
            }
        }
        return taken;
    }
}
