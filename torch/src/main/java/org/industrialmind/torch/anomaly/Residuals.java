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
     * Compares every row of the window with the step that was given back for it.
     *
     * @param givenBack [judged, step] from that position on
     */
    static Residuals of(WindowCoding coding, Standing window, float[] givenBack, int position) {
        int judged = coding.judged().size();
        Residuals residuals = new Residuals(new double[judged], new double[judged]);
        for (int j = 0; j < judged; j++) {
            residuals.measure(j, coding, window, givenBack, position + j * coding.steps());
        }
        return residuals;
    }

    private void measure(int j, WindowCoding coding, Standing window, float[] givenBack, int position) {
        int channel = coding.judged().get(j);
        double sum = 0;
        double squares = 0;
        int read = 0;
        for (int s = 0; s < coding.steps(); s++) {
            for (int row = coding.firstRow(s); row < coding.firstRow(s + 1); row++) {
                if (window.read(row, channel)) {
                    double residual = (double) window.z().get(row, channel) - givenBack[position + s];
                    sum += residual;
                    squares += residual * residual;
                    read++;
                }
            }
        }
        mean[j] = sum / read; // 0 / 0: a channel that was not read at all has no residual
        logEnergy[j] = Math.log(Math.max(0, squares / read - mean[j] * mean[j]) + QUIET);
    }

    /** Returns whether any of the channel was read. */
    boolean read(int channel) {
        return !Double.isNaN(mean[channel]);
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
