package org.industrialmind.foundations.neighbors;

import java.util.Arrays;

/**
 * What a search found: positions of rows with their distances, nearest first; of rows equally far, the one with the lower
 * position comes first.
 */
public final class Neighbors {
    private final int[] positions;
    private final double[] distances;

    /** Takes the arrays as they are. */
    Neighbors(int[] positions, double[] distances) {
        this.positions = positions;
        this.distances = distances;
    }

    public int size() {
        return positions.length;
    }

    /** Returns the position, among the rows searched, of the i-th nearest. */
    public int position(int i) {
        return positions[i];
    }

    /** Returns the distance of the i-th nearest, in the metric's unit. */
    public double distance(int i) {
        return distances[i];
    }

    /** Returns all positions; a copy. */
    public int[] positions() {
        return positions.clone();
    }

    /** Returns all distances; a copy. */
    public double[] distances() {
        return distances.clone();
    }

    /** Returns these without the row at the position, if it is among them. */
    public Neighbors without(int position) {
        int at = 0;
        while (at < positions.length && positions[at] != position) {
            at++;
        }
        if (at == positions.length) {
            return this;
        }
        int[] otherPositions = new int[positions.length - 1];
        double[] otherDistances = new double[positions.length - 1];
        for (int i = 0, to = 0; i < positions.length; i++) {
            if (i != at) {
                otherPositions[to] = positions[i];
                otherDistances[to++] = distances[i];
            }
        }
        return new Neighbors(otherPositions, otherDistances);
    }

    /** Returns the first of these, as many as asked for. */
    public Neighbors first(int count) {
        return count >= positions.length
                ? this
                : new Neighbors(Arrays.copyOf(positions, count), Arrays.copyOf(distances, count));
    }

    @Override
    public String toString() {
        return "Neighbors" + Arrays.toString(positions) + " at " + Arrays.toString(distances);
    }
}
