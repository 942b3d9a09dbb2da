package org.industrialmind.foundations.embedding;

/** Degrees of being a neighbour: 1 for the nearest, falling so that they sum to log2 of the number of neighbours. */
final class SmoothDegrees implements Affinities.Weighing {
    private static final int HALVINGS = 64;
    private static final double LEAST_REACH = 1e-3; // of the mean distance, as in the reference program

    @Override
    public double[] weights(double[] distances) {
        double nearest = 0; // the nearest that does not coincide
        double mean = 0;
        for (double distance : distances) {
            nearest = nearest == 0 ? distance : nearest;
            mean += distance / distances.length;
        }
        double wanted = Math.log(distances.length + 1) / Math.log(2); // itself counted
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double reach = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double sum = 0;
            for (double distance : distances) {
                sum += Math.exp(-Math.max(0, distance - nearest) / reach);
            }
            if (sum > wanted) {
                high = reach;
            } else {
                low = reach;
            }
            reach = Double.isInfinite(high) ? 2 * reach : (low + high) / 2;
        }
        reach = Math.max(reach, LEAST_REACH * mean);
        double[] degrees = new double[distances.length];
        for (int i = 0; i < degrees.length; i++) {
            double beyond = Math.max(0, distances[i] - nearest);
            degrees[i] = beyond == 0 ? 1 : Math.exp(-beyond / reach);
        }
        return degrees;
    }
}
