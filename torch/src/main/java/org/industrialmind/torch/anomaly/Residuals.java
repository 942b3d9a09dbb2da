package org.industrialmind.torch.anomaly;

import org.industrialmind.learning.anomaly.StandardWindow;

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
    static Residuals of(WindowCoding coding, StandardWindow window, float[] givenBack, int position) {
        int judged = coding.judged().size();
        double[] mean = new double[judged];
        double[] logEnergy = new double[judged];
        for (int j = 0; j < judged; j++) {
            int channel = coding.judged().get(j);
            double sum = 0;
            double squares = 0;
            for (int s = 0; s < coding.steps(); s++) {
                float expected = givenBack[position + j * coding.steps() + s];
                for (int row = coding.firstRow(s); row < coding.firstRow(s + 1); row++) {
                    double residual = (double) window.get(row, channel) - expected;
                    sum += residual;
                    squares += residual * residual;
                }
            }
            mean[j] = sum / coding.rows();
            logEnergy[j] = Math.log(Math.max(0, squares / coding.rows() - mean[j] * mean[j]) + QUIET);
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
