package org.industrialmind.foundations.clustering;

/** Pairs of rows whose clusters join, each with the height at which they do; n - 1 of them join all. */
final class Merges {
    final int rows;
    final int[] left;
    final int[] right;
    final double[] heights;
    private int size;

    Merges(int rows) {
        this.rows = rows;
        left = new int[rows - 1];
        right = new int[rows - 1];
        heights = new double[rows - 1];
    }

    void add(int a, int b, double height) {
        left[size] = a;
        right[size] = b;
        heights[size++] = height;
    }
}
