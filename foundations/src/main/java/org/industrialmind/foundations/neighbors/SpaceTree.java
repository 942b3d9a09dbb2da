package org.industrialmind.foundations.neighbors;

import org.industrialmind.foundations.algebra.Matrix;

/**
 * Halves the rows at the median of their widest column until a handful is left; a search then skips every part that lies
 * farther away than the worst row it would keep.
 *
 * <p>The parts are numbered as in a heap (the halves of i are 2 i + 1 and 2 i + 2) and the rows are kept in the order of
 * the leaves, so that a leaf is read in one stride. The median splits by count, so doubles do not unbalance the tree. What
 * bounds a part, a box or a ball, is the only difference between the trees.
 */
abstract sealed class SpaceTree implements NeighborIndex permits KdTree, BallTree {
    private static final int LEAF = 16; // rows: fewer cost more visits than they save comparisons
    private static final double ROUNDING = 1 - 1e-12; // no bound may exceed a distance by its last digit

    final Space space;
    final double[] values; // in the order of the leaves
    private final int[] positions; // of the rows in that order
    private final int[] places; // the inverse
    private final int firstLeaf;
    private final int[] begins;
    private final int[] ends;

    SpaceTree(Matrix rows, Metric metric) {
        space = Space.of(metric, rows.columns());
        double[] placed = space.placed(rows);
        int n = rows.rows();
        int levels = 0;
        while (n >> levels > LEAF) {
            levels++;
        }
        firstLeaf = (1 << levels) - 1;
        begins = new int[2 * firstLeaf + 1];
        ends = new int[2 * firstLeaf + 1];
        positions = new int[n];
        for (int i = 0; i < n; i++) {
            positions[i] = i;
        }
        ends[0] = n;
        new Halving(placed, positions, space.columns).halve(firstLeaf, begins, ends);
        values = new double[placed.length];
        places = new int[n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(placed, positions[i] * space.columns, values, i * space.columns, space.columns);
            places[positions[i]] = i;
        }
    }

    /** Returns a reduced distance that no row of the part falls below, but for rounding. */
    abstract double bound(double[] row, int part);

    final int parts() {
        return begins.length;
    }

    final int begin(int part) {
        return begins[part];
    }

    final int end(int part) {
        return ends[part];
    }

    @Override
    public final int columns() {
        return space.columns;
    }

    @Override
    public final int size() {
        return positions.length;
    }

    @Override
    public final Neighbors nearest(double[] row, int k) {
        Nearest found = Nearest.of(k, size());
        visit(0, space.requirePlaced(row), found);
        return found.sorted(space);
    }

    @Override
    public final Neighbors within(double[] row, double radius) {
        Inside found = new Inside(space, radius);
        visit(0, space.requirePlaced(row), found);
        return found.sorted();
    }

    @Override
    public final Neighbors nearestTo(int position, int k) {
        Nearest found = Nearest.ofOthers(k, size());
        double[] row = new double[space.columns];
        System.arraycopy(values, places[position] * space.columns, row, 0, space.columns);
        visit(0, row, found);
        return found.sorted(space).without(position).first(k);
    }

    private void visit(int part, double[] row, Search search) {
        if (part >= firstLeaf) {
            for (int i = begins[part]; i < ends[part]; i++) {
                search.offer(space.reduced(row, values, i * space.columns), positions[i]);
            }
            return;
        }
        int near = 2 * part + 1;
        int far = near + 1;
        double toNear = bound(row, near) * ROUNDING;
        double toFar = bound(row, far) * ROUNDING;
        if (toFar < toNear) {
            near = far;
            far = 2 * part + 1;
            double swap = toNear;
            toNear = toFar;
            toFar = swap;
        }
        if (toNear <= search.limit()) { // equal distances count: the lower position wins among them
            visit(near, row, search);
        }
        if (toFar <= search.limit()) {
            visit(far, row, search);
        }
    }
}
