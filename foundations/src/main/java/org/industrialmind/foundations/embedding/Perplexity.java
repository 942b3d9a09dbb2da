package org.industrialmind.foundations.embedding;

/** The shares in which a row takes notice of its neighbours: a Gaussian as wide as makes it notice so many of them. */
record Perplexity(double wanted) implements Affinities.Weighing {
    private static final int HALVINGS = 100;

    /** Returns shares that sum to 1 and whose entropy is the logarithm of the perplexity, if distances differ at all. */
    @Override
    public double[] weights(double[] distances) {
        double nearest = distances[0] * distances[0]; // taken off all: shares do not change, nor underflow
        double[] squares = new double[distances.length];
        double mean = 0;
        for (int i = 0; i < squares.length; i++) {
            squares[i] = distances[i] * distances[i] - nearest;
            mean += squares[i] / squares.length;
        }
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double sharpness = mean > 0 ? 1 / mean : 1;
        double[] shares = new double[squares.length];
        for (int i = 0; i < HALVINGS; i++) {
            double surplus = entropy(squares, sharpness, shares) - Math.log(wanted);
            if (Math.abs(surplus) < 1e-10) {
                break;
            }
            if (surplus > 0) {
                low = sharpness;
                sharpness = Double.isInfinite(high) ? 2 * sharpness : (low + high) / 2;
            } else {
                high = sharpness;
                sharpness = (low + high) / 2;
            }
            if (Double.isInfinite(sharpness)) { // more rows coincide with the nearest than are wanted
                break;
            }
        }
        return shares;
    }

    private static double entropy(double[] squares, double sharpness, double[] shares) {
        double sum = 0;
        double mean = 0;
        for (int i = 0; i < squares.length; i++) {
            shares[i] = Math.exp(-sharpness * squares[i]);
            sum += shares[i];
            mean += shares[i] * squares[i];
        }
        for (int i = 0; i < squares.length; i++) {
            shares[i] /= sum;
        }
        return Math.log(sum) + sharpness * mean / sum;
    }
}
