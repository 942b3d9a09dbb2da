package org.industrialmind.foundations.bayes;

/** What the models here ask of a row. */
final class RowCheck {
    private RowCheck() {}

    static void require(double[] row, int columns) {
        if (row.length != columns) {
            throw new IllegalArgumentException(
                    "the row has " + row.length + " values: expected " + columns + ", as the rows learned from have");
        }
        for (int c = 0; c < columns; c++) {
            if (!Double.isFinite(row[c])) {
                throw new IllegalArgumentException(
                        "the value in column " + c + " is " + row[c] + ": expected a finite number");
            }
        }
    }

    /** Overwrites logarithms with probabilities in their proportion, and returns them. */
    static double[] normalized(double[] logarithms) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : logarithms) {
            largest = Math.max(largest, value);
        }
        double sum = 0;
        for (int k = 0; k < logarithms.length; k++) {
            logarithms[k] = Math.exp(logarithms[k] - largest);
            sum += logarithms[k];
        }
        for (int k = 0; k < logarithms.length; k++) {
            logarithms[k] /= sum;
        }
        return logarithms;
    }

    /** Returns the logarithm of each class's share of the weight. */
    static double[] logShares(double[] classWeights) {
        double total = 0;
        for (double weight : classWeights) {
            total += weight;
        }
        double[] shares = new double[classWeights.length];
        for (int k = 0; k < shares.length; k++) {
            shares[k] = Math.log(classWeights[k] / total);
        }
        return shares;
    }
}
