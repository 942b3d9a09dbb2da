package org.industrialmind.foundations.spectrum;

import java.util.List;

/**
 * A filter made of second-order sections, y[t] = b0 x[t] + b1 x[t - 1] + b2 x[t - 2] - a1 y[t - 1] - a2 y[t - 2], one
 * after the other; from {@link Butterworth}.
 *
 * <p>{@link #filter} runs forward in time and starts from rest. {@link #bothWays} runs forward and then backward: delays
 * cancel, the gain is squared, and the future is looked at - for analysis, not for control. It starts each way in the
 * steady state of the first value and continues the signal beyond its ends by its point mirror image [1], so that a level
 * does not ring.
 *
 * <ol>
 *   <li>Gustafsson 1996, Determining the initial states in forward-backward filtering, IEEE Trans. SP 44(4) (the aim; the
 *       mirrored ends and steady start are the common simpler means).
 * </ol>
 */
public final class Sections {
    private final double[][] sections; // b0, b1, b2, a1, a2

    Sections(List<double[]> sections) {
        this.sections = sections.toArray(double[][]::new);
    }

    /** Returns how many sections there are. */
    public int size() {
        return sections.length;
    }

    /**
     * Returns the filtered signal. Shape: [n] -> [n].
     *
     * @throws IllegalArgumentException if the signal holds a value that is not finite
     */
    public double[] filter(double[] signal) {
        Signals.requireFinite(signal);
        double[] filtered = signal.clone();
        for (double[] section : sections) {
            run(section, filtered, 0, 0);
        }
        return filtered;
    }

    /**
     * Returns the signal filtered forward and backward, without delay. Shape: [n] -> [n].
     *
     * @throws IllegalArgumentException if the signal is not longer than {@link #padding()}, or holds a value that is not
     *     finite
     */
    public double[] bothWays(double[] signal) {
        int pad = padding();
        Signals.requireAtLeast(signal, pad + 1, "filtering both ways");
        int n = signal.length;
        double[] longer = new double[n + 2 * pad];
        System.arraycopy(signal, 0, longer, pad, n);
        for (int i = 1; i <= pad; i++) {
            longer[pad - i] = 2 * signal[0] - signal[i];
            longer[pad + n - 1 + i] = 2 * signal[n - 1] - signal[n - 1 - i];
        }
        steady(longer);
        reverse(longer);
        steady(longer);
        reverse(longer);
        double[] filtered = new double[n];
        System.arraycopy(longer, pad, filtered, 0, n);
        return filtered;
    }

    /** Returns by how many readings {@link #bothWays} continues the signal at each end: thrice the taps. */
    public int padding() {
        int firstOrder = 0;
        for (double[] section : sections) {
            firstOrder += section[2] == 0 && section[4] == 0 ? 1 : 0;
        }
        return 3 * (2 * sections.length + 1 - firstOrder);
    }

    /** Runs the cascade as if the first value had stood for ever before. */
    private void steady(double[] signal) {
        double level = signal[0];
        for (double[] c : sections) {
            double out = level * (c[0] + c[1] + c[2]) / (1 + c[3] + c[4]);
            double second = c[2] * level - c[4] * out;
            double first = c[1] * level - c[3] * out + second;
            run(c, signal, first, second);
            level = out;
        }
    }

    /** Runs one section in place, in the transposed form: two numbers carry all of the past. */
    private static void run(double[] c, double[] signal, double first, double second) {
        double one = first;
        double two = second;
        for (int t = 0; t < signal.length; t++) {
            double in = signal[t];
            double out = c[0] * in + one;
            one = c[1] * in - c[3] * out + two;
            two = c[2] * in - c[4] * out;
            signal[t] = out;
        }
    }

    private static void reverse(double[] values) {
        for (int i = 0, j = values.length - 1; i < j; i++, j--) {
            double swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
    }

    /**
     * Returns the gain of one forward run at a frequency, as a factor on the amplitude.
     *
     * @param rate readings per unit of time
     */
    public double gain(double frequency, double rate) {
        Signals.requireRate(rate);
        double gain = 1;
        for (double[] c : sections) {
            gain *= response(c[0], c[1], c[2], c[3], c[4], 2 * Math.PI * frequency / rate)
                    .magnitude();
        }
        return gain;
    }

    static Complex response(double b0, double b1, double b2, double a1, double a2, double angle) {
        Complex back = Complex.turn(-angle);
        Complex twice = Complex.turn(-2 * angle);
        Complex above = new Complex(b0, 0).plus(back.times(b1)).plus(twice.times(b2));
        Complex below = new Complex(1, 0).plus(back.times(a1)).plus(twice.times(a2));
        return above.over(below);
    }
}
