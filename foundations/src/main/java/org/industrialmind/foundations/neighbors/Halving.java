package org.industrialmind.foundations.neighbors;

/** Orders positions so that each half of a range lies on its side of the median of the range's widest column. */
final class Halving {
    private final double[] values;
    private final int[] positions;
    private final int columns;

    Halving(double[] values, int[] positions, int columns) {
        this.values = values;
        this.positions = positions;
        this.columns = columns;
    }

    void halve(int firstLeaf, int[] begins, int[] ends) {
        for (int part = 0; part < firstLeaf; part++) {
            int begin = begins[part];
            int end = ends[part];
            int middle = (begin + end) >>> 1;
            select(begin, end - 1, middle, widest(begin, end));
            begins[2 * part + 1] = begin;
            ends[2 * part + 1] = middle;
            begins[2 * part + 2] = middle;
            ends[2 * part + 2] = end;
        }
    }

    private int widest(int begin, int end) {
        int widest = 0;
        double width = -1;
        for (int c = 0; c < columns; c++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = begin; i < end; i++) {
                double value = value(i, c);
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            if (high - low > width) {
                width = high - low;
                widest = c;
            }
        }
        return widest;
    }

    /** Hoare's selection: afterwards nothing left of the rank is greater, nothing right of it less. */
    private void select(int from, int to, int rank, int column) {
        int low = from;
        int high = to;
        while (low < high) {
            double pivot = median(value(low, column), value((low + high) >>> 1, column), value(high, column));
            int i = low;
            int j = high;
            while (i <= j) {
                while (value(i, column) < pivot) {
                    i++;
                }
                while (value(j, column) > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swap = positions[i];
                    positions[i++] = positions[j];
                    positions[j--] = swap;
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private double value(int i, int column) {
        return values[positions[i] * columns + column];
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
