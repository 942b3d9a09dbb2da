package org.industrialmind.foundations.neighbors;

import java.util.Arrays;

/** All candidates that lie no farther than a radius. */
final class Inside implements Search {
    private final Space space;
    private final double radius;
    private final double limit;
    private int[] positions = new int[16];
    private double[] reduced = new double[16];
    private int size;

    Inside(Space space, double radius) {
        if (!(radius >= 0)) {
            throw new IllegalArgumentException("rows within " + radius + " of a row: expected a radius of 0 or more");
        }
        this.space = space;
        this.radius = radius;
        limit = space.reduced(radius) * (1 + 1e-12); // the last word has the distance that is handed out
    }

    @Override
    public double limit() {
        return limit;
    }

    @Override
    public void offer(double distance, int position) {
        if (distance > limit || space.distance(distance) > radius) {
            return;
        }
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, 2 * size);
            reduced = Arrays.copyOf(reduced, 2 * size);
        }
        positions[size] = position;
        reduced[size++] = distance;
    }

    Neighbors sorted() {
        Nearest order = new Nearest(size);
        for (int i = 0; i < size; i++) {
            order.offer(reduced[i], positions[i]);
        }
        return order.sorted(space);
    }
}
