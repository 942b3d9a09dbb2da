package org.industrialmind.foundations.graph;

import java.util.Arrays;

/**
 * The importance of nodes: a node is important if important nodes lead to it.
 *
 * <p>It is the share of time that a walker spends at a node who follows the arcs, by weight, and now and then starts anew
 * anywhere. Starting anew makes the answer unique, and lets it out of parts that lead nowhere. Complexity: O(arcs) a step,
 * some log(tolerance) / log(damping) steps: 170 by default.
 *
 * @param damping probability of following an arc
 * @param tolerance on the sum of absolute changes of a step
 * @param steps at most
 * @see "Brin and Page 1998, The anatomy of a large-scale hypertextual web search engine, Computer Networks 30"
 */
public record PageRank(double damping, double tolerance, int steps) {
    /** @throws IllegalArgumentException if a setting is out of its range */
    public PageRank {
        RandomWalk.requireSettings(damping, "damping", tolerance, steps);
    }

    /** Damping 0.85, as published. */
    public static PageRank defaults() {
        return new PageRank(0.85, 1e-12, 1000);
    }

    /**
     * Returns the rank of each node. Shape: [nodes]; they sum to 1.
     *
     * @throws IllegalArgumentException if a weight is negative; the message names the edge
     * @throws IllegalStateException if the ranks do not settle
     */
    public double[] of(Graph graph) {
        double[] anywhere = new double[graph.nodes()];
        Arrays.fill(anywhere, 1.0 / anywhere.length);
        return RandomWalk.stationary(graph, damping, anywhere, tolerance, steps);
    }
}
