package org.industrialmind.foundations.spectrum;

/** The checks that every method on a sampled signal needs. */
final class Signals {
    private Signals() {}

    static void requireFinite(double[] signal) {
        for (int i = 0; i < signal.length; i++) {
            if (!Double.isFinite(signal[i])) {
                throw new IllegalArgumentException("the signal at position " + i + " is " + signal[i]
                        + ": expected a finite number; fill gaps before asking for frequencies");
            }
        }
    }

    static void requireAtLeast(double[] signal, int least, String method) {
        requireFinite(signal);
        if (signal.length < least) {
            throw new IllegalArgumentException(
                    "a signal of " + signal.length + " values: expected at least " + least + " for " + method);
        }
    }

    static void requireRate(double rate) {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException(
                    "a sampling rate of " + rate + ": expected a positive, finite number of readings per unit of time");
        }
    }

    static double mean(double[] signal) {
        double sum = 0;
        for (double value : signal) {
            sum += value;
        }
        return sum / signal.length;
    }
}
