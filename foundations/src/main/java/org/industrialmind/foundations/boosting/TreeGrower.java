package org.industrialmind.foundations.boosting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.industrialmind.foundations.tree.BinaryTree;

/**
 * Grows a tree best leaf first: of all leaves the one whose split gains most is split next.
 *
 * <p>The rows of a leaf are a stretch of one list, parted in place at a split and ascending within a leaf. Only the smaller
 * child's histogram is counted; the larger child's is what remains of the parent's [1]. Columns are counted and searched on
 * the threads of the common pool; sums are of whole numbers, so the tree is the same on any number of them.
 *
 * <p>Complexity: O(rows x columns) for each level of a balanced tree at most, and O(bins x columns) for each node.
 *
 * @see "[1] Ke et al. 2017, LightGBM: a highly efficient gradient boosting decision tree, NIPS"
 */
final class TreeGrower {
    private static final int WORTH_SHARING =
            40_000; // bytes and bins to visit: below it a task costs more than it saves

    private final BinnedColumns data;
    private final TreeShape shape;
    private final PackedDerivatives packed;
    private final SplitSearch search;
    private final int[] offsets; // of each column in a histogram
    private final int histogramSize;
    private final int[] scratch;
    private final long[] ordered;
    private final ArrayDeque<long[]> spare = new ArrayDeque<>();
    private final List<GrowingNode> leaves = new ArrayList<>();
    private int[] rows = new int[0];
    private int[] columns = new int[0];

    TreeGrower(BinnedColumns data, TreeShape shape, int[] signs, PackedDerivatives packed) {
        this.data = data;
        this.shape = shape;
        this.packed = packed;
        search = new SplitSearch(data, shape, packed, signs);
        offsets = new int[data.columns()];
        int size = 0;
        for (int c = 0; c < offsets.length; c++) {
            offsets[c] = size;
            size += (data.bins(c) + 1) * packed.stride();
        }
        histogramSize = size;
        scratch = new int[data.rows()];
        ordered = new long[data.rows() * packed.stride()];
    }

    /** Says what value a leaf over rows [from, to) of a list takes in place of its Newton step. */
    @FunctionalInterface
    interface LeafValue {
        double of(double newton, int[] rows, int from, int to);
    }

    /**
     * Grows a tree on the derivatives as they are packed now.
     *
     * @param bag the rows to look at, ascending; taken over
     * @param asked the columns to ask
     */
    BinaryTree grow(int[] bag, int[] asked, LeafValue leafValue, double rate) {
        rows = bag;
        columns = asked;
        leaves.clear();
        GrowingNode root = root();
        PriorityQueue<GrowingNode> open = new PriorityQueue<>(
                Comparator.comparingDouble((GrowingNode node) -> -node.gain()).thenComparingInt(node -> node.from));
        if (search.divisible(root)) {
            count(root);
            offer(root, open);
        }
        int count = 1;
        while (count < shape.leaves() && !open.isEmpty()) {
            GrowingNode node = open.remove();
            divide(node);
            count++;
            if (count < shape.leaves()) {
                seek(node, open);
            }
            release(node);
        }
        open.forEach(this::release);
        BinaryTree.Builder builder = new BinaryTree.Builder(1);
        write(root, builder, leafValue, rate);
        return builder.build();
    }

    private GrowingNode root() {
        long first = 0;
        long last = 0;
        long[] words = packed.words();
        int stride = packed.stride();
        for (int r : rows) {
            first += words[r * stride];
            last += words[r * stride + stride - 1];
        }
        return new GrowingNode(0, rows.length, 0, first, last, search.value(first, last));
    }

    /** Counts a node's histogram and finds its best split. */
    private void count(GrowingNode node) {
        node.histogram = histogram();
        order(node);
        Split[] found = new Split[columns.length];
        eachColumn(node.rows(), i -> {
            countColumn(node, columns[i]);
            found[i] = search.best(node, columns[i], offsets[columns[i]]);
        });
        node.split = best(found);
    }

    /** Finds the best splits of both children; the parent's histogram becomes the larger child's. */
    private void seek(GrowingNode parent, PriorityQueue<GrowingNode> open) {
        GrowingNode left = Objects.requireNonNull(parent.left);
        GrowingNode right = Objects.requireNonNull(parent.right);
        boolean leftSmaller = left.rows() < right.rows();
        GrowingNode small = leftSmaller ? left : right;
        GrowingNode large = leftSmaller ? right : left;
        boolean smallToo = search.divisible(small);
        if (!smallToo && !search.divisible(large)) {
            return;
        }
        small.histogram = histogram();
        large.histogram = parent.takeHistogram();
        order(small);
        Split[] ofSmall = new Split[columns.length];
        Split[] ofLarge = new Split[columns.length];
        eachColumn(small.rows(), i -> {
            int column = columns[i];
            countColumn(small, column);
            subtract(large.histogram, small.histogram, column);
            ofSmall[i] = smallToo ? search.best(small, column, offsets[column]) : new Split(column, 0);
            ofLarge[i] = search.divisible(large) ? search.best(large, column, offsets[column]) : new Split(column, 0);
        });
        small.split = best(ofSmall);
        large.split = best(ofLarge);
        offer(left, open);
        offer(right, open);
    }

    private void eachColumn(int counted, IntConsumer work) {
        IntStream all = IntStream.range(0, columns.length);
        if ((counted + 512L) * columns.length > WORTH_SHARING) {
            all.parallel().forEach(work);
        } else {
            all.forEach(work);
        }
    }

    /** Puts the words of a node's rows side by side, so that every column reads them in a stride. */
    private void order(GrowingNode node) {
        if (node.rows() == data.rows()) {
            return;
        }
        long[] words = packed.words();
        boolean unit = packed.unit();
        RowBlocks.each(node.rows(), (from, to) -> {
            for (int i = from; i < to; i++) {
                int row = rows[node.from + i];
                if (unit) {
                    ordered[i] = words[row];
                } else {
                    ordered[2 * i] = words[2 * row];
                    ordered[2 * i + 1] = words[2 * row + 1];
                }
            }
        });
    }

    private void countColumn(GrowingNode node, int column) {
        byte[] bins = data.column(column);
        long[] sums;
        if (node.rows() == data.rows()) {
            sums = packed.unit() ? Histogram.ofAll(bins, packed.words()) : Histogram.ofAllPairs(bins, packed.words());
        } else if (packed.unit()) {
            sums = Histogram.of(bins, rows, node.from, node.to, ordered);
        } else {
            sums = Histogram.ofPairs(bins, rows, node.from, node.to, ordered);
        }
        System.arraycopy(sums, 0, node.histogram, offsets[column], (data.bins(column) + 1) * packed.stride());
    }

    private void subtract(long[] from, long[] part, int column) {
        int end = offsets[column] + (data.bins(column) + 1) * packed.stride();
        for (int i = offsets[column]; i < end; i++) {
            from[i] -= part[i];
        }
    }

    private static Split best(Split[] found) {
        Split best = found[0];
        for (Split split : found) { // the first of equals
            if (split.found() && (!best.found() || split.gain > best.gain)) {
                best = split;
            }
        }
        return best;
    }

    private void offer(GrowingNode node, PriorityQueue<GrowingNode> open) {
        if (node.split != null && node.split.found()) {
            open.add(node);
        } else {
            node.split = null;
            release(node);
        }
    }

    private long[] histogram() {
        return spare.isEmpty() ? new long[histogramSize] : spare.pop();
    }

    private void release(GrowingNode node) {
        long[] histogram = node.takeHistogram();
        if (histogram.length > 0) {
            spare.push(histogram);
        }
    }

    /** Parts the rows of a node and makes its children. */
    private void divide(GrowingNode node) {
        Split split = Objects.requireNonNull(node.split);
        long restFirst = node.first - split.first;
        long restLast = node.last - split.last;
        if (!split.defaultSeen) {
            split.defaultLeft = packed.count(split.last) > packed.count(restLast);
        }
        int middle = part(node, split);
        node.left = new GrowingNode(
                node.from, middle, node.depth + 1, split.first, split.last, value(node, split.first, split.last));
        node.right =
                new GrowingNode(middle, node.to, node.depth + 1, restFirst, restLast, value(node, restFirst, restLast));
        bound(node, node.left, node.right, search.sign(split.column));
    }

    private double value(GrowingNode parent, long first, long last) {
        return Math.max(parent.lower, Math.min(parent.upper, search.value(first, last)));
    }

    /** Keeps all values below the children of a monotone split on their sides of the middle. */
    private static void bound(GrowingNode node, GrowingNode left, GrowingNode right, int sign) {
        double middle = left.value / 2 + right.value / 2;
        left.lower = sign < 0 ? middle : node.lower;
        left.upper = sign > 0 ? middle : node.upper;
        right.lower = sign > 0 ? middle : node.lower;
        right.upper = sign < 0 ? middle : node.upper;
    }

    private int part(GrowingNode node, Split split) {
        byte[] bins = data.column(split.column);
        int[] left = new int[256]; // 1 where a bin goes left: no branch to mispredict
        int missingBin = data.bins(split.column);
        for (int b = 0; b <= missingBin; b++) {
            left[b] = split.goesLeft(b, missingBin) ? 1 : 0;
        }
        int kept = node.from;
        int moved = 0;
        for (int i = node.from; i < node.to; i++) {
            int row = rows[i];
            int goes = left[bins[row] & 0xff];
            rows[kept] = row;
            scratch[moved] = row;
            kept += goes;
            moved += 1 - goes;
        }
        System.arraycopy(scratch, 0, rows, kept, moved);
        return kept;
    }

    private void write(GrowingNode node, BinaryTree.Builder builder, LeafValue leafValue, double rate) {
        GrowingNode left = node.left;
        GrowingNode right = node.right;
        Split split = node.split;
        if (left == null || right == null || split == null) {
            double value = leafValue.of(node.value, rows, node.from, node.to);
            double kept = rate * Math.max(node.lower, Math.min(node.upper, value));
            builder.leaf(node.rows(), kept);
            leaves.add(node);
            node.written = kept;
            return;
        }
        int at = split.categorical()
                ? builder.categories(
                        split.column,
                        data.categories(split.column),
                        split.categories,
                        split.defaultLeft,
                        node.rows(),
                        split.gain)
                : builder.split(
                        split.column, data.cut(split.column, split.bin), split.defaultLeft, node.rows(), split.gain);
        write(left, builder, leafValue, rate);
        builder.right(at);
        write(right, builder, leafValue, rate);
    }

    /** Adds the values of the tree grown last to the scores of the rows it was grown on. Shape: [row]. */
    void addTo(double[] raw) {
        for (GrowingNode leaf : leaves) {
            for (int i = leaf.from; i < leaf.to; i++) {
                raw[rows[i]] += leaf.written;
            }
        }
    }

    /** Returns all rows, in order, as the bag of a tree that looks at each. */
    static int[] allRows(int count) {
        int[] all = new int[count];
        Arrays.setAll(all, i -> i);
        return all;
    }
}
