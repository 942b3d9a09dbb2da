package org.industrialmind.foundations.neighbors;

import java.util.Arrays;

/**
 * The best k found so far, as a heap with the worst on top: a candidate that is worse than the top is turned away with one
 * comparison. Of equal distances the lower position is the better one, so that every search finds the same rows.
 */
final class Nearest implements Search {
    private final double[] reduced;
    private final int[] positions;
    private int size;

    Nearest(int k) {
        reduced = new double[k];
        positions = new int[k];
    }

    /** Looks for k of so many rows. */
    static Nearest of(int k, int size) {
        if (k < 1 || k > size) {
            throw new IllegalArgumentException("the " + k + " nearest of " + size + " rows: expected 1 to " + size);
        }
        return new Nearest(k);
    }

    /** Looks for k of so many rows that are not the one asked about; finds one more, which may be that one. */
    static Nearest ofOthers(int k, int size) {
        if (k < 1 || k > size - 1) {
            throw new IllegalArgumentException(
                    "the " + k + " nearest of " + (size - 1) + " other rows: expected 1 to " + (size - 1));
        }
        return new Nearest(k + 1);
    }

    @Override
    public double limit() {
        return size < reduced.length ? Double.POSITIVE_INFINITY : reduced[0];
    }

    @Override
    public void offer(double distance, int position) {
        if (size < reduced.length) {
            rise(size++, distance, position);
        } else if (worse(reduced[0], positions[0], distance, position)) {
            sink(distance, position, size);
        }
    }

    private static boolean worse(double a, int at, double b, int bt) {
        return a > b || a == b && at > bt;
    }

    private void rise(int from, double distance, int position) {
        int i = from;
        while (i > 0) {
            int parent = (i - 1) / 2;
            if (!worse(distance, position, reduced[parent], positions[parent])) {
                break;
            }
            set(i, reduced[parent], positions[parent]);
            i = parent;
        }
        set(i, distance, position);
    }

    /** Puts a candidate in the place of the top and lets it sink. */
    private void sink(double distance, int position, int end) {
        int i = 0;
        while (2 * i + 1 < end) {
            int child = 2 * i + 1;
            if (child + 1 < end && worse(reduced[child + 1], positions[child + 1], reduced[child], positions[child])) {
                child++;
            }
            if (!worse(reduced[child], positions[child], distance, position)) {
                break;
            }
            set(i, reduced[child], positions[child]);
            i = child;
        }
        set(i, distance, position);
    }

    private void set(int i, double distance, int position) {
        reduced[i] = distance;
        positions[i] = position;
    }

    /** Returns what was found, best first; empties the heap. */
    Neighbors sorted(Space space) {
        int count = size;
        for (int end = count - 1; end > 0; end--) {
            double distance = reduced[end];
            int position = positions[end];
            set(end, reduced[0], positions[0]);
            sink(distance, position, end);
        }
        double[] distances = new double[count];
        for (int i = 0; i < count; i++) {
            distances[i] = space.distance(reduced[i]);
        }
        size = 0;
        return new Neighbors(Arrays.copyOf(positions, count), distances);
    }
}
