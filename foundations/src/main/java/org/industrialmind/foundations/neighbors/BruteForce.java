package org.industrialmind.foundations.neighbors;

import org.industrialmind.foundations.algebra.Matrix;

/**
 * Compares with every row: O(n p) a search. Nothing beats it on a few hundred rows, or on hundreds of columns, where every
 * row is about equally far and no tree can skip one.
 */
public final class BruteForce implements NeighborIndex {
    private final Space space;
    private final double[] values;
    private final int size;

    private BruteForce(Space space, double[] values, int size) {
        this.space = space;
        this.values = values;
        this.size = size;
    }

    /** @throws IllegalArgumentException if a value is missing, or the rows do not suit the metric */
    public static BruteForce of(Matrix rows, Metric metric) {
        Space space = Space.of(metric, rows.columns());
        return new BruteForce(space, space.placed(rows), rows.rows());
    }

    @Override
    public int columns() {
        return space.columns;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Neighbors nearest(double[] row, int k) {
        Nearest found = Nearest.of(k, size);
        scan(space.requirePlaced(row), found);
        return found.sorted(space);
    }

    @Override
    public Neighbors within(double[] row, double radius) {
        Inside found = new Inside(space, radius);
        scan(space.requirePlaced(row), found);
        return found.sorted();
    }

    @Override
    public Neighbors nearestTo(int position, int k) {
        Nearest found = Nearest.ofOthers(k, size);
        double[] row = new double[space.columns];
        System.arraycopy(values, position * space.columns, row, 0, space.columns);
        scan(row, found);
        return found.sorted(space).without(position).first(k);
    }

    private void scan(double[] placed, Search search) {
        for (int r = 0; r < size; r++) {
            search.offer(space.reduced(placed, values, r * space.columns), r);
        }
    }
}
