package org.industrialmind.foundations.graph;

import java.util.Arrays;

/**
 * Where a walker is in the long run who follows an arc with some probability, by weight, and starts anew otherwise.
 *
 * <p>One step is a product with the matrix of the walk, and brings the distribution nearer to the stationary one by the
 * factor of following (power iteration). A node without arcs sends the walker back to the start.
 */
final class RandomWalk {
    private RandomWalk() {}

    /**
     * Returns the probabilities of being at each node. Shape: [nodes]; they sum to 1.
     *
     * @param follow probability of following an arc
     * @param start distribution of starts, which sums to 1
     * @param tolerance on the sum of absolute changes of a step
     */
    static double[] stationary(Graph graph, double follow, double[] start, double tolerance, int steps) {
        graph.requireNoNegativeWeight("a walk");
        double[] strengths = strengths(graph);
        double[] at = start.clone();
        for (int step = 0; step < steps; step++) {
            double[] next = new double[at.length];
            double followed = 0;
            for (int node = 0; node < at.length; node++) {
                if (strengths[node] > 0) {
                    double share = follow * at[node] / strengths[node];
                    followed += follow * at[node];
                    for (int arc = graph.starts[node]; arc < graph.starts[node + 1]; arc++) {
                        next[graph.targets[arc]] += share * graph.weights[arc];
                    }
                }
            }
            double change = 0;
            for (int node = 0; node < at.length; node++) {
                next[node] += (1 - followed) * start[node];
                change += Math.abs(next[node] - at[node]);
            }
            at = next;
            if (change <= tolerance) {
                return at;
            }
        }
        throw new IllegalStateException("the walk on " + graph + " did not settle to " + tolerance + " in " + steps
                + " steps: allow more, or a larger tolerance");
    }

    private static double[] strengths(Graph graph) {
        double[] strengths = new double[graph.nodes()];
        Arrays.setAll(strengths, node -> {
            double sum = 0;
            for (int arc = graph.starts[node]; arc < graph.starts[node + 1]; arc++) {
                sum += graph.weights[arc];
            }
            return sum;
        });
        return strengths;
    }

    static void requireSettings(double probability, String name, double tolerance, int steps) {
        if (!(probability > 0 && probability < 1) || !(tolerance > 0) || steps < 1) {
            throw new IllegalArgumentException(name + " " + probability + ", tolerance " + tolerance + ", " + steps
                    + " steps: expected a probability between 0 and 1, a positive tolerance and at least one step");
        }
    }
}
