package org.industrialmind.torch.anomaly;

/**
 * What the network could not give back of one window, as two numbers for each judged channel: where the residual lies, and
 * how strongly it moves.
 *
 * <p>A slow fault lifts one channel against the others, which shows in the mean long before it shows in the mean square; a
 * nervous one (vibration, hunting, a dying sensor) does the reverse.
 */
final class Residuals {
    private static final double QUIET = 1e-6; // mean square of a residual that is nothing but rounding

    private final double[] mean;
    private final double[] logEnergy;

    private Residuals(double[] mean, double[] logEnergy) {
        this.mean = mean;
        this.logEnergy = logEnergy;
    }

    /**
     * Compares what was seen with what was given back.
     *
     * @param seen [judged, step] from that position on
     * @param givenBack likewise
     */
    static Residuals of(float[] seen, float[] givenBack, int position, int judged, int steps) {
        double[] mean = new double[judged];
        double[] logEnergy = new double[judged];
        for (int j = 0; j < judged; j++) {
            double sum = 0;
            double squares = 0;
            for (int s = 0; s < steps; s++) {
                int i = position + j * steps + s;
                double residual = (double) seen[i] - givenBack[i];
                sum += residual;
                squares += residual * residual;
            }
            mean[j] = sum / steps;
            double spread = Math.max(0, squares / steps - mean[j] * mean[j]);
            logEnergy[j] = Math.log(spread + QUIET);
        }
        return new Residuals(mean, logEnergy);
    }

    int channels() {
        return mean.length;
    }

    /** Returns the mean residual of the channel, in the window's standard deviations. */
    double mean(int channel) {
        return mean[channel];
    }

    /** Returns the logarithm of the residual's variance around its mean. */
    double logEnergy(int channel) {
        return logEnergy[channel];
    }
}
