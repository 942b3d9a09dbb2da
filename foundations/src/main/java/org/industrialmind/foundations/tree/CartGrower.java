package org.industrialmind.foundations.tree;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Grows one tree in preorder, splitting each node where the response is told apart best.
 *
 * <p>A column's rows are brought into order by counting where the column has few distinct values for the node's rows, by
 * sorting otherwise; one sweep then tries every cut. With random cuts a column is tried at one point only. A node that gains
 * nothing is split all the same as long as it is not pure: the second cut of an exclusive or gains what the first cannot.
 */
final class CartGrower {
    /** How a column is cut: at the best point, or at one drawn evenly from the range of the node's values. */
    enum Cut {
        BEST,
        RANDOM
    }

    private final RankedColumns table;
    private final Response response;
    private final TreeLimits limits;
    private final int asked; // columns to try at a node, constant ones not counted
    private final Cut cut;
    private final SplittableRandom random;
    private final int[] columns; // all of them, shuffled on as nodes draw
    private final long[] keys; // rank and row
    private int[] rows = new int[0];
    private Found best = Found.NONE;

    CartGrower(RankedColumns table, Response response, TreeLimits limits, int asked, Cut cut, long seed) {
        this.table = table;
        this.response = response;
        this.limits = limits;
        this.asked = asked;
        this.cut = cut;
        random = new SplittableRandom(seed);
        columns = IntStream.range(0, table.columns()).toArray();
        keys = new long[table.rows()];
    }

    private record Found(int column, double threshold, double gain) {
        static final Found NONE = new Found(-1, 0, Double.NEGATIVE_INFINITY);
    }

    /** Rows [from, to) that wait to become a node; where they are a right child, the node they hang from, else -1. */
    private record Pending(int from, int to, int depth, int rightOf) {}

    /** A tree and the weight times impurity of each of its nodes. */
    record Grown(BinaryTree tree, double[] disorders) {}

    /** Grows a tree on these rows, at least one; the array is taken over. */
    Grown grow(int[] onRows) {
        rows = onRows;
        BinaryTree.Builder builder = new BinaryTree.Builder(response.outputs());
        double[] disorders = new double[2 * rows.length];
        ArrayDeque<Pending> open = new ArrayDeque<>(); // not the call stack: a tree may be as deep as it has rows
        open.push(new Pending(0, rows.length, 0, -1));
        int count = 0;
        while (!open.isEmpty()) {
            Pending next = open.pop();
            if (next.rightOf >= 0) {
                builder.right(next.rightOf);
            }
            response.open(rows, next.from, next.to);
            double[] value = response.value();
            disorders[count++] = response.weight() * response.impurity();
            if (!divide(next)) {
                builder.leaf(response.weight(), value);
                continue;
            }
            int node = builder.split(best.column, best.threshold, false, response.weight(), Math.max(0, best.gain));
            builder.value(node, value);
            int middle = part(next);
            open.push(new Pending(middle, next.to, next.depth + 1, node));
            open.push(new Pending(next.from, middle, next.depth + 1, -1));
        }
        return new Grown(builder.build(), Arrays.copyOf(disorders, count));
    }

    /** Looks for the best split of the open node; false where it stays a leaf. */
    private boolean divide(Pending node) {
        best = Found.NONE;
        int size = node.to - node.from;
        if (node.depth >= limits.depth()
                || size < limits.rowsPerSplit()
                || size / 2 < limits.rowsPerLeaf()
                || response.pure()) {
            return false;
        }
        int tried = 0;
        for (int i = 0; i < columns.length && tried < asked; i++) {
            if (asked < columns.length) {
                draw(i);
            }
            tried += tryColumn(columns[i], node) ? 1 : 0;
        }
        return best.column >= 0;
    }

    /** Puts a column drawn from those not yet tried at this place. */
    private void draw(int place) {
        int other = place + random.nextInt(columns.length - place);
        int moved = columns[place];
        columns[place] = columns[other];
        columns[other] = moved;
    }

    /** Tries to cut a column; false where it is constant. */
    private boolean tryColumn(int column, Pending node) {
        int[] ranks = table.ranks(column);
        int lowest = Integer.MAX_VALUE;
        int highest = -1;
        for (int i = node.from; i < node.to; i++) {
            int rank = ranks[rows[i]];
            lowest = Math.min(lowest, rank);
            highest = Math.max(highest, rank);
        }
        if (lowest == highest) {
            return false;
        }
        response.rewind();
        switch (cut) {
            case BEST -> sweep(column, node, lowest, highest);
            case RANDOM -> drop(column, node, lowest, highest);
        }
        return true;
    }

    private void sweep(int column, Pending node, int lowest, int highest) {
        int size = node.to - node.from;
        order(column, node, lowest, highest);
        for (int i = 0; i < size - limits.rowsPerLeaf(); i++) {
            response.moveLeft((int) keys[i]);
            int rank = (int) (keys[i] >>> 32);
            int next = (int) (keys[i + 1] >>> 32);
            if (rank != next && i + 1 >= limits.rowsPerLeaf()) {
                double gain = response.gain();
                if (gain > best.gain) {
                    best = new Found(column, table.between(column, rank, next), gain);
                }
            }
        }
    }

    /** Brings the rows of a node into the order of a column, as keys. */
    private void order(int column, Pending node, int lowest, int highest) {
        int[] ranks = table.ranks(column);
        int size = node.to - node.from;
        int span = highest - lowest + 1;
        if (span > 2 * size) {
            for (int i = 0; i < size; i++) {
                int row = rows[node.from + i];
                keys[i] = (long) ranks[row] << 32 | row;
            }
            Arrays.sort(keys, 0, size);
            return;
        }
        int[] starts = new int[span + 1];
        for (int i = node.from; i < node.to; i++) {
            starts[ranks[rows[i]] - lowest + 1]++;
        }
        for (int s = 0; s < span; s++) {
            starts[s + 1] += starts[s];
        }
        for (int i = node.from; i < node.to; i++) {
            int rank = ranks[rows[i]];
            keys[starts[rank - lowest]++] = (long) rank << 32 | rows[i];
        }
    }

    private void drop(int column, Pending node, int lowest, int highest) {
        double low = table.value(column, lowest);
        double high = table.value(column, highest);
        double share = random.nextDouble();
        double threshold = Math.max(low, (1 - share) * low + share * high);
        if (threshold >= high) { // rounding on a range of neighbouring numbers
            threshold = low;
        }
        int[] ranks = table.ranks(column);
        int last = table.rankAtMost(column, threshold);
        int left = 0;
        for (int i = node.from; i < node.to; i++) {
            if (ranks[rows[i]] <= last) {
                response.moveLeft(rows[i]);
                left++;
            }
        }
        int right = node.to - node.from - left;
        if (left < limits.rowsPerLeaf() || right < limits.rowsPerLeaf()) {
            return;
        }
        double gain = response.gain();
        if (gain > best.gain) {
            best = new Found(column, threshold, gain);
        }
    }

    private int part(Pending node) {
        int[] ranks = table.ranks(best.column);
        int last = table.rankAtMost(best.column, best.threshold);
        int[] moved = new int[node.to - node.from];
        int kept = node.from;
        int count = 0;
        for (int i = node.from; i < node.to; i++) {
            int row = rows[i];
            if (ranks[row] <= last) {
                rows[kept++] = row;
            } else {
                moved[count++] = row;
            }
        }
        System.arraycopy(moved, 0, rows, kept, count);
        return kept;
    }
}
