package org.industrialmind.foundations.graph;

import java.util.Arrays;

/**
 * Communities of an undirected graph by the method of Louvain: groups of nodes with more weight within than chance would
 * give them.
 *
 * <p>The division of greatest {@link Modularity} cannot be found but by trying all. This finds a good one in nearly linear
 * time, by two things in turn: each node moves to the neighbour's community that gains most, until none gains; then each
 * community becomes one node, and the same begins on the smaller graph. It stops where nothing gains any more. Nodes are
 * taken in their order, and of equal gains the community met first, so the result does not depend on chance; another
 * numbering of the nodes may give another division, about as good. A community may in rare cases fall into parts (Traag et
 * al.).
 *
 * <p>Complexity: O(arcs) a pass, some ten passes.
 *
 * <ol>
 *   <li>Blondel, Guillaume, Lambiotte and Lefebvre 2008, Fast unfolding of communities in large networks, J. Stat. Mech.
 *   <li>Traag, Waltman and van Eck 2019, From Louvain to Leiden, Scientific Reports 9.
 * </ol>
 *
 * @param resolution 1 for modularity as published, above for smaller communities
 */
public record Louvain(double resolution) {
    private static final double LEAST_GAIN = 1e-12; // of the graph's weight; below, rounding would move nodes forever

    /** @throws IllegalArgumentException if the resolution is not positive */
    public Louvain {
        if (!(resolution > 0) || Double.isInfinite(resolution)) {
            throw new IllegalArgumentException("resolution " + resolution + ": expected a positive number");
        }
    }

    public static Louvain defaults() {
        return new Louvain(1);
    }

    /**
     * Returns the number of each node's community, 0, 1, 2 ... in order of their first nodes. Shape: [nodes].
     *
     * @throws IllegalArgumentException if the graph is directed, or a weight is negative
     */
    public int[] of(Graph graph) {
        Modularity.requireUndirected(graph);
        Level level = Level.of(graph);
        int[] labels = new int[graph.nodes()];
        Arrays.setAll(labels, node -> node);
        while (level.all > 0) {
            int[] communities = level.settle(resolution);
            int count = renumber(communities);
            for (int node = 0; node < labels.length; node++) {
                labels[node] = communities[labels[node]];
            }
            if (count == communities.length) {
                break;
            }
            level = level.merged(communities, count);
        }
        renumber(labels);
        return labels;
    }

    /** Numbers communities in order of their first nodes; returns how many there are. */
    private static int renumber(int[] communities) {
        int[] names = new int[communities.length];
        Arrays.fill(names, -1);
        int next = 0;
        for (int i = 0; i < communities.length; i++) {
            if (names[communities[i]] < 0) {
                names[communities[i]] = next++;
            }
            communities[i] = names[communities[i]];
        }
        return next;
    }

    /** A graph as its matrix by rows, where a loop counts from both its ends. */
    private static final class Level {
        private final int[] starts;
        private final int[] targets;
        private final double[] weights;
        private final double[] strengths; // sums of rows
        private final double all;

        private Level(int[] starts, int[] targets, double[] weights) {
            this.starts = starts;
            this.targets = targets;
            this.weights = weights;
            strengths = new double[starts.length - 1];
            double sum = 0;
            for (int node = 0; node < strengths.length; node++) {
                for (int arc = starts[node]; arc < starts[node + 1]; arc++) {
                    strengths[node] += weights[arc];
                }
                sum += strengths[node];
            }
            all = sum;
        }

        static Level of(Graph graph) {
            double[] weights = graph.weights.clone();
            for (int node = 0; node < graph.nodes(); node++) {
                for (int arc = graph.starts[node]; arc < graph.starts[node + 1]; arc++) {
                    weights[arc] *= graph.targets[arc] == node ? 2 : 1;
                }
            }
            return new Level(graph.starts, graph.targets, weights);
        }

        /** Moves nodes until none gains; returns their communities. */
        int[] settle(double resolution) {
            int[] communities = new int[strengths.length];
            Arrays.setAll(communities, node -> node);
            double[] totals = strengths.clone();
            double[] links = new double[strengths.length]; // weight from the node at hand to each community
            boolean moved = true;
            while (moved) {
                moved = false;
                for (int node = 0; node < communities.length; node++) {
                    int to = best(node, communities, totals, links, resolution);
                    moved |= to != communities[node];
                    communities[node] = to;
                    totals[to] += strengths[node];
                }
            }
            return communities;
        }

        /** Takes a node out of its community, and returns the one where it gains most: its own, unless another gains more. */
        private int best(int node, int[] communities, double[] totals, double[] links, double resolution) {
            int own = communities[node];
            totals[own] -= strengths[node];
            for (int arc = starts[node]; arc < starts[node + 1]; arc++) {
                if (targets[arc] != node) {
                    links[communities[targets[arc]]] += weights[arc];
                }
            }
            double share = resolution * strengths[node] / all;
            int best = own;
            double most = links[own] - share * totals[own] + LEAST_GAIN * all;
            for (int arc = starts[node]; arc < starts[node + 1]; arc++) {
                int community = communities[targets[arc]];
                double gain = links[community] - share * totals[community];
                if (gain > most && community != own) {
                    best = community;
                    most = gain;
                }
            }
            for (int arc = starts[node]; arc < starts[node + 1]; arc++) {
                links[communities[targets[arc]]] = 0;
            }
            return best;
        }

        /** Returns the graph whose nodes are the communities; weight within one becomes a loop. */
        Level merged(int[] communities, int count) {
            int[] members = sortedByCommunity(communities, count);
            int[] newStarts = new int[count + 1];
            int[] newTargets = new int[targets.length];
            double[] newWeights = new double[targets.length];
            int[] place = new int[count]; // of the arc to each community, within the row at hand
            int arcs = 0;
            int member = 0;
            for (int community = 0; community < count; community++) {
                int rowStart = arcs;
                for (; member < members.length && communities[members[member]] == community; member++) {
                    for (int arc = starts[members[member]]; arc < starts[members[member] + 1]; arc++) {
                        int target = communities[targets[arc]];
                        if (place[target] < rowStart || place[target] >= arcs || newTargets[place[target]] != target) {
                            place[target] = arcs;
                            newTargets[arcs] = target;
                            newWeights[arcs++] = 0;
                        }
                        newWeights[place[target]] += weights[arc];
                    }
                }
                newStarts[community + 1] = arcs;
            }
            return new Level(newStarts, Arrays.copyOf(newTargets, arcs), Arrays.copyOf(newWeights, arcs));
        }

        private static int[] sortedByCommunity(int[] communities, int count) {
            int[] next = new int[count + 1];
            for (int community : communities) {
                next[community + 1]++;
            }
            Arrays.parallelPrefix(next, Integer::sum);
            int[] members = new int[communities.length];
            for (int node = 0; node < communities.length; node++) {
                members[next[communities[node]]++] = node;
            }
            return members;
        }
    }
}
