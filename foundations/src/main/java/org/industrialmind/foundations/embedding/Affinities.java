package org.industrialmind.foundations.embedding;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.industrialmind.foundations.neighbors.NeighborIndex;
import org.industrialmind.foundations.neighbors.Neighbors;

/**
 * How much rows have to do with each other, as a sparse symmetric table: the entries of row r lie from starts[r] to
 * starts[r + 1].
 */
record Affinities(int[] starts, int[] others, double[] values) {
    /** Says how much a row has to do with each of its neighbours, given their distances in ascending order. */
    interface Weighing {
        double[] weights(double[] distances);
    }

    /** Joins what one row has to do with another with what the other has to do with it. */
    interface Joining {
        double joined(double one, double other);
    }

    static Affinities of(NeighborIndex index, int neighbors, Weighing weighing, Joining joining) {
        int n = index.size();
        int[][] near = new int[n][];
        double[][] weights = new double[n][];
        IntStream.range(0, n).parallel().forEach(r -> {
            Neighbors found = index.nearestTo(r, neighbors);
            near[r] = found.positions();
            weights[r] = weighing.weights(found.distances());
        });
        return joined(near, weights, joining);
    }

    private static Affinities joined(int[][] near, double[][] weights, Joining joining) {
        int n = near.length;
        int[] incoming = new int[n];
        for (int[] each : near) {
            for (int other : each) {
                incoming[other]++;
            }
        }
        int[][] from = new int[n][];
        double[][] back = new double[n][];
        for (int r = 0; r < n; r++) {
            from[r] = new int[incoming[r]];
            back[r] = new double[incoming[r]];
        }
        for (int r = n - 1; r >= 0; r--) {
            for (int i = 0; i < near[r].length; i++) {
                int other = near[r][i];
                from[other][--incoming[other]] = r;
                back[other][incoming[other]] = weights[r][i];
            }
        }
        int[] starts = new int[n + 1];
        int[] others = new int[2 * n * (near.length == 0 ? 0 : near[0].length)];
        double[] values = new double[others.length];
        double[] forth = new double[n];
        int at = 0;
        for (int r = 0; r < n; r++) {
            for (int i = 0; i < near[r].length; i++) {
                forth[near[r][i]] = weights[r][i];
            }
            for (int i = 0; i < from[r].length; i++) {
                others[at] = from[r][i];
                values[at++] = joining.joined(forth[from[r][i]], back[r][i]);
                forth[from[r][i]] = Double.NaN; // done with
            }
            for (int other : near[r]) {
                if (!Double.isNaN(forth[other])) {
                    others[at] = other;
                    values[at++] = joining.joined(forth[other], 0);
                }
            }
            for (int other : near[r]) {
                forth[other] = 0;
            }
            for (int other : from[r]) {
                forth[other] = 0;
            }
            starts[r + 1] = at;
        }
        return new Affinities(starts, Arrays.copyOf(others, at), Arrays.copyOf(values, at));
    }

    int rows() {
        return starts.length - 1;
    }
}
