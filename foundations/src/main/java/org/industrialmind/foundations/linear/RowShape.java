package org.industrialmind.foundations.linear;

/** What every model here asks of a row, and does with it. */
final class RowShape {
    private RowShape() {}

    static void require(double[] row, int columns) {
        if (row.length != columns) {
            throw new IllegalArgumentException(
                    "the row has " + row.length + " values: expected " + columns + ", as the rows learned from have");
        }
        for (int c = 0; c < columns; c++) {
            if (!Double.isFinite(row[c])) {
                throw new IllegalArgumentException("the value in column " + c + " is " + row[c]
                        + ": expected a finite number; a weighted sum cannot do without one");
            }
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }

    /** Overwrites scores with the softmax of them, and returns them. */
    static double[] softmax(double[] scores) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            largest = Math.max(largest, score);
        }
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = Math.exp(scores[k] - largest);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= sum;
        }
        return scores;
    }
}
