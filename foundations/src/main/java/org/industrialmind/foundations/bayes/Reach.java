package org.industrialmind.foundations.bayes;

/**
 * What a Gaussian process believes of its function beforehand, as logarithms so that a search needs no bounds. Shape: one
 * length for all columns or one for each.
 */
final class Reach {
    private static final double FARTHEST = 12; // e^12: beyond, a number is as good as none or endless

    final double signal; // variance of the function
    final double noise; // variance of the errors
    private final double[] lengths;

    /** Reads signal, noise and then lengths, all as logarithms. */
    Reach(double[] logarithms) {
        signal = Math.exp(logarithms[0]);
        noise = Math.exp(logarithms[1]);
        lengths = new double[logarithms.length - 2];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Math.exp(logarithms[i + 2]);
        }
    }

    static boolean plausible(double[] logarithms) {
        for (double logarithm : logarithms) {
            if (!(Math.abs(logarithm) <= FARTHEST)) {
                return false;
            }
        }
        return true;
    }

    double length(int column) {
        return lengths[lengths.length == 1 ? 0 : column];
    }

    int lengths() {
        return lengths.length;
    }

    double squared(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            double difference = (a[c] - b[c]) / length(c);
            sum += difference * difference;
        }
        return sum;
    }
}
