package org.industrialmind.learning.anomaly;

/** Normal level and robust standard deviation of each channel, in the channel's unit; the deviation is positive. */
final class Scale {
    private final double[] centre;
    private final double[] spread;
    private final double[] perSpread;

    /** @throws IllegalArgumentException if the lengths differ, a level is not finite, or a spread not positive and finite */
    Scale(double[] centre, double[] spread) {
        this.centre = centre.clone();
        this.spread = spread.clone();
        this.perSpread = new double[spread.length];
        if (centre.length != spread.length) {
            throw new IllegalArgumentException("scale has " + centre.length + " levels and " + spread.length
                    + " spreads: expected one of each per channel");
        }
        for (int c = 0; c < centre.length; c++) {
            if (!Double.isFinite(centre[c]) || !(spread[c] > 0) || Double.isInfinite(spread[c])) {
                throw new IllegalArgumentException("scale of channel " + c + " has level " + centre[c] + " and spread "
                        + spread[c] + ": expected a finite level and a positive, finite spread");
            }
            perSpread[c] = 1 / spread[c];
        }
    }

    int width() {
        return centre.length;
    }

    double centre(int channel) {
        return centre[channel];
    }

    double spread(int channel) {
        return spread[channel];
    }

    /** Returns a reading in deviations from the usual level. */
    double standard(int channel, float reading) {
        return (reading - centre[channel]) * perSpread[channel];
    }

    /**
     * Adds z, its square and its product with the time to the sums of each channel, for one row of readings that are all
     * finite: a loop without a branch, which the compiler turns into vector instructions.
     */
    void addFinite(float[] readings, int at, double time, double[] sums, double[] squares, double[] products) {
        for (int c = 0; c < centre.length; c++) {
            double z = (readings[at + c] - centre[c]) * perSpread[c];
            sums[c] += z;
            squares[c] += z * z;
            products[c] += time * z;
        }
    }
}
