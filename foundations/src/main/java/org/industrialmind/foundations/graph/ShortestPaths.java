package org.industrialmind.foundations.graph;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * The shortest ways from one node, by Dijkstra's method or, to one goal, by A*.
 *
 * <p>The nearest node not yet settled is settled: no way round through nodes that are further can be shorter, as long as no
 * weight is negative. A* adds to each distance a guess of what remains to the goal, and so looks towards it; with a guess
 * that is never too high the way found is still the shortest, and fewer nodes are settled the better the guess. A node is
 * taken up again if a shorter way to it is found later, so the guess need not be consistent.
 *
 * <p>Complexity: O((nodes + arcs) log nodes).
 *
 * <ol>
 *   <li>Dijkstra 1959, A note on two problems in connexion with graphs, Numerische Mathematik 1.
 *   <li>Hart, Nilsson and Raphael 1968, A formal basis for the heuristic determination of minimum cost paths, IEEE Trans.
 *       Systems Science and Cybernetics 4(2).
 * </ol>
 */
public final class ShortestPaths {
    private static final int NOWHERE = -1;

    private final int start;
    private final double[] distances;
    private final int[] before;

    private ShortestPaths(int start, double[] distances, int[] before) {
        this.start = start;
        this.distances = distances;
        this.before = before;
    }

    /**
     * Finds the shortest ways to all nodes.
     *
     * @throws IllegalArgumentException if there is no such node, or a weight is negative; the message names the edge
     */
    public static ShortestPaths from(Graph graph, int start) {
        return search(graph, start, NOWHERE, node -> 0);
    }

    /**
     * Finds the shortest way to a goal.
     *
     * @param guess of the distance from a node to the goal, never too high; the better it is, the fewer nodes are looked at
     * @return the nodes of the way, both ends included; empty if there is no way
     * @throws IllegalArgumentException if there is no such node, or a weight is negative; the message names the edge
     */
    public static Optional<int[]> between(Graph graph, int start, int goal, IntToDoubleFunction guess) {
        return search(graph, start, graph.requireNode(goal), guess).to(goal);
    }

    private static ShortestPaths search(Graph graph, int start, int goal, IntToDoubleFunction guess) {
        graph.requireNode(start);
        graph.requireNoNegativeWeight("a shortest way");
        double[] distances = new double[graph.nodes()];
        int[] before = new int[graph.nodes()];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        Arrays.fill(before, NOWHERE);
        distances[start] = 0;
        NodeHeap open = new NodeHeap(graph.nodes());
        open.lower(start, guess.applyAsDouble(start));
        while (!open.isEmpty()) {
            int node = open.removeLeast();
            if (node == goal) {
                break;
            }
            for (int arc = graph.starts[node]; arc < graph.starts[node + 1]; arc++) {
                int next = graph.targets[arc];
                double distance = distances[node] + graph.weights[arc];
                if (distance < distances[next]) {
                    distances[next] = distance;
                    before[next] = node;
                    open.lower(next, distance + guess.applyAsDouble(next));
                }
            }
        }
        return new ShortestPaths(start, distances, before);
    }

    /** Returns the distance to each node, infinite for one that cannot be reached; a copy. Shape: [nodes]. */
    public double[] distances() {
        return distances.clone();
    }

    /** Returns the nodes of the way to a node, both ends included; empty if there is no way. */
    public Optional<int[]> to(int node) {
        if (distances[node] == Double.POSITIVE_INFINITY) {
            return Optional.empty();
        }
        int length = 1;
        for (int at = node; at != start; at = before[at]) {
            length++;
        }
        int[] way = new int[length];
        int at = node;
        for (int i = length - 1; i >= 0; i--) {
            way[i] = at;
            at = i > 0 ? before[at] : at;
        }
        return Optional.of(way);
    }
}
