package org.industrialmind.foundations.graph;

/**
 * The nearness of all nodes to some: the share of time that a walker spends at each who follows arcs, by weight, and
 * returns to the given nodes now and then.
 *
 * <p>A shortest way sees one way only. The walk sees all of them: a node is near if many short and strong ways lead to it.
 * On a plant's graph, walked against the flow from the machines that show symptoms, it ranks what may be their common
 * cause. The more often the walker returns, the closer it stays. Complexity: O(arcs) a step, some log(tolerance) /
 * log(1 - restart) steps: 170 by default.
 *
 * @param restart probability of returning instead of following an arc
 * @param tolerance on the sum of absolute changes of a step
 * @param steps at most
 * @see "Tong, Faloutsos and Pan 2006, Fast random walk with restart and its applications, ICDM"
 */
public record RandomWalkWithRestart(double restart, double tolerance, int steps) {
    /** @throws IllegalArgumentException if a setting is out of its range */
    public RandomWalkWithRestart {
        RandomWalk.requireSettings(restart, "restart", tolerance, steps);
    }

    public static RandomWalkWithRestart defaults() {
        return new RandomWalkWithRestart(0.15, 1e-12, 1000);
    }

    /**
     * Returns the nearness of each node. Shape: [nodes]; they sum to 1.
     *
     * @param importance of each node as a start; not negative, not all zero
     * @throws IllegalArgumentException if there is not one importance a node, they are not as said, or a weight is negative
     * @throws IllegalStateException if the walk does not settle
     */
    public double[] from(Graph graph, double[] importance) {
        double sum = 0;
        for (double value : importance) {
            sum += value >= 0 ? value : Double.NaN;
        }
        if (importance.length != graph.nodes() || !(sum > 0) || Double.isInfinite(sum)) {
            throw new IllegalArgumentException(importance.length + " starts with sum " + sum + " for " + graph
                    + ": expected one finite number a node, none negative and not all zero");
        }
        double[] start = importance.clone();
        for (int node = 0; node < start.length; node++) {
            start[node] /= sum;
        }
        return RandomWalk.stationary(graph, 1 - restart, start, tolerance, steps);
    }

    /** Returns the nearness of each node to one. Shape: [nodes]; they sum to 1. */
    public double[] from(Graph graph, int start) {
        double[] importance = new double[graph.nodes()];
        importance[graph.requireNode(start)] = 1;
        return from(graph, importance);
    }
}
