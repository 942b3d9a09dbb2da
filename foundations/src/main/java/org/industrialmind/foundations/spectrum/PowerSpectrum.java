package org.industrialmind.foundations.spectrum;

/**
 * How the power of a signal is spread over frequencies: one-sided density, in squared units of the signal per unit of
 * frequency, at even steps from 0 to half the sampling rate.
 */
public final class PowerSpectrum {
    private final double step;
    private final double[] densities;

    PowerSpectrum(double step, double[] densities) {
        this.step = step;
        this.densities = densities;
    }

    public int size() {
        return densities.length;
    }

    public double frequency(int bin) {
        return bin * step;
    }

    /** Returns the distance from one frequency to the next. */
    public double step() {
        return step;
    }

    public double density(int bin) {
        return densities[bin];
    }

    /** Returns all densities; a copy. */
    public double[] densities() {
        return densities.clone();
    }

    /** Returns the power between two frequencies, both included: the variance that the signal has there. */
    public double power(double from, double to) {
        double sum = 0;
        for (int k = 0; k < densities.length; k++) {
            sum += inside(k, from, to) ? densities[k] * step : 0;
        }
        return sum;
    }

    /**
     * Returns the frequency of the highest density between two frequencies, both included.
     *
     * @throws IllegalArgumentException if no frequency of this spectrum lies between them
     */
    public double peak(double from, double to) {
        int best = -1;
        for (int k = 0; k < densities.length; k++) {
            if (inside(k, from, to) && (best < 0 || densities[k] > densities[best])) {
                best = k;
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("no frequency between " + from + " and " + to + ": this spectrum has "
                    + densities.length + " from 0 in steps of " + step);
        }
        return frequency(best);
    }

    private boolean inside(int bin, double from, double to) {
        return frequency(bin) >= from && frequency(bin) <= to;
    }
}
