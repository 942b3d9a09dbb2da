package org.industrialmind.foundations.boosting;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A table whose values are replaced by small whole numbers: the bin they fall into.
 *
 * <p>A column of few values gets a bin for each, cut halfway between neighbours; one of many gets bins of about equal
 * count, cut at quantiles of at most {@value #SAMPLED} rows. A categorical column gets a bin for each category. Missing
 * values get the bin after the last. A byte holds a bin, columns lie one after another, and a histogram over a column is
 * then a pass over consecutive bytes.
 *
 * <p>Complexity: O(n log n) for the cuts of a column and O(n log bins) for its bytes.
 */
final class BinnedColumns {
    private static final int SAMPLED = 200_000; // as LightGBM: the cuts move by less than a bin's width beyond it

    private final int rows;
    private final byte[][] bins;
    private final double[][] cuts; // ascending; a value is in the first bin whose cut it does not exceed
    private final double[][] categories; // ascending; empty for a column of numbers
    private final boolean[] missing;

    private BinnedColumns(int rows, int columns) {
        this.rows = rows;
        bins = new byte[columns][rows];
        cuts = new double[columns][];
        categories = new double[columns][];
        missing = new boolean[columns];
    }

    static BinnedColumns of(double[] table, int columns, int mostBins, Set<Integer> categorical, long seed) {
        int rows = table.length / columns;
        BinnedColumns binned = new BinnedColumns(rows, columns);
        int[] sampled = sample(rows, seed);
        IntStream.range(0, columns).parallel().forEach(c -> {
            double[] column = new double[rows];
            for (int r = 0; r < rows; r++) {
                column[r] = table[r * columns + c];
            }
            binned.bin(c, column, sampled, mostBins, categorical.contains(c));
        });
        return binned;
    }

    /** Returns which rows the cuts are taken from; empty stands for all. */
    private static int[] sample(int rows, long seed) {
        return rows <= SAMPLED
                ? new int[0]
                : new SplittableRandom(seed).ints(SAMPLED, 0, rows).toArray();
    }

    private void bin(int c, double[] column, int[] sampled, int mostBins, boolean categorical) {
        double[] read = categorical || sampled.length == 0
                ? column.clone()
                : Arrays.stream(sampled).mapToDouble(r -> column[r]).toArray();
        Arrays.sort(read); // NaN comes last
        int present = read.length;
        while (present > 0 && Double.isNaN(read[present - 1])) {
            present--;
        }
        double[] distinct = distinct(read, present);
        cuts[c] = new double[0];
        categories[c] = new double[0];
        if (categorical) {
            requireFewCategories(c, distinct);
            categories[c] = distinct;
        } else {
            cuts[c] = distinct.length <= mostBins ? halfway(distinct) : quantiles(read, present, mostBins);
        }
        missing[c] = categorical ? assignCategories(c, column) : assignNumbers(c, column);
    }

    private static double[] distinct(double[] ascending, int present) {
        double[] distinct = new double[present];
        int count = 0;
        for (int i = 0; i < present; i++) {
            if (count == 0 || ascending[i] != distinct[count - 1]) {
                distinct[count++] = ascending[i] == 0 ? 0.0 : ascending[i]; // -0.0 is 0.0
            }
        }
        return Arrays.copyOf(distinct, count);
    }

    private static void requireFewCategories(int c, double[] distinct) {
        if (distinct.length > 255) {
            throw new IllegalArgumentException("column " + c + " has " + distinct.length
                    + " categories: expected at most 255; encode it as numbers, or join the rare ones");
        }
    }

    private static double[] halfway(double[] distinct) {
        double[] cuts = new double[Math.max(0, distinct.length - 1)];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = between(distinct[i], distinct[i + 1]);
        }
        return cuts;
    }

    private static double[] quantiles(double[] ascending, int present, int mostBins) {
        double[] cuts = new double[mostBins - 1];
        int count = 0;
        for (int b = 1; b < mostBins; b++) {
            double position = (present - 1) * (b / (double) mostBins);
            int below = (int) position;
            double cut = position == below ? ascending[below] : between(ascending[below], ascending[below + 1]);
            if (count == 0 || cut > cuts[count - 1]) {
                cuts[count++] = cut;
            }
        }
        return Arrays.copyOf(cuts, count);
    }

    /** Returns a number that the lower does not exceed and the higher does, unless they are equal. */
    private static double between(double low, double high) {
        double middle = 0.5 * low + 0.5 * high; // halved first: the sum may overflow
        return middle < high && middle >= low ? middle : low;
    }

    private boolean assignNumbers(int c, double[] column) {
        double[] padded = new double[256]; // a search of eight steps without a way out early
        Arrays.fill(padded, Double.POSITIVE_INFINITY);
        System.arraycopy(cuts[c], 0, padded, 0, cuts[c].length);
        int missingBin = cuts[c].length + 1;
        boolean seen = false;
        byte[] out = bins[c];
        for (int r = 0; r < rows; r++) {
            double value = column[r];
            int bin = 0;
            for (int step = 128; step > 0; step >>= 1) {
                bin += value > padded[bin + step - 1] ? step : 0;
            }
            boolean absent = Double.isNaN(value);
            seen |= absent;
            out[r] = (byte) (absent ? missingBin : bin);
        }
        return seen;
    }

    private boolean assignCategories(int c, double[] column) {
        boolean seen = false;
        for (int r = 0; r < rows; r++) {
            boolean absent = Double.isNaN(column[r]);
            seen |= absent;
            double value = column[r] == 0 ? 0.0 : column[r];
            bins[c][r] = (byte) (absent ? categories[c].length : Arrays.binarySearch(categories[c], value));
        }
        return seen;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return bins.length;
    }

    /** The bytes of a column; not a copy. */
    byte[] column(int column) {
        return bins[column];
    }

    /** Returns how many bins hold numbers or categories; missing values have the bin of this number. */
    int bins(int column) {
        return isCategorical(column) ? categories[column].length : cuts[column].length + 1;
    }

    boolean isCategorical(int column) {
        return categories[column].length > 0;
    }

    /** Whether a value of the column is missing in these rows. */
    boolean hasMissing(int column) {
        return missing[column];
    }

    /** Returns the largest number of a bin; infinity for the last, which takes all that is not missing. */
    double cut(int column, int bin) {
        return bin < cuts[column].length ? cuts[column][bin] : Double.POSITIVE_INFINITY;
    }

    /** The categories of a column, ascending; not a copy. */
    double[] categories(int column) {
        return categories[column];
    }
}
