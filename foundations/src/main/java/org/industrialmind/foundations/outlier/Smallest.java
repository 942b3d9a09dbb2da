package org.industrialmind.foundations.outlier;

import java.util.Arrays;

/** The positions of the smallest values, by Hoare's selection; O(n) as a rule. */
final class Smallest {
    private Smallest() {}

    /** Returns the positions of the count smallest values, in no order. */
    static int[] of(double[] values, int count) {
        int[] order = new int[values.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int low = 0;
        int high = order.length - 1;
        while (low < high) {
            double pivot = values[order[(low + high) >>> 1]];
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[order[i]] < pivot) {
                    i++;
                }
                while (values[order[j]] > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swap = order[i];
                    order[i++] = order[j];
                    order[j--] = swap;
                }
            }
            if (count - 1 <= j) {
                high = j;
            } else if (count - 1 >= i) {
                low = i;
            } else {
                break;
            }
        }
        return Arrays.copyOf(order, count);
    }
}
