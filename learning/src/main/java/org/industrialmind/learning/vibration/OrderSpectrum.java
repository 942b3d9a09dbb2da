package org.industrialmind.learning.vibration;

import org.industrialmind.foundations.spectrum.ComplexVector;
import org.industrialmind.foundations.spectrum.RealFourier;
import org.industrialmind.foundations.spectrum.Taper;

/**
 * Amplitudes of acceleration at even steps of the order, the multiple of the shaft's speed: what two runs at different
 * speeds have in common. Tapered (Hann); a line whose order is a bin has its true amplitude there, one between two bins
 * has at least 84 % of it in the nearest.
 */
public final class OrderSpectrum {
    private final double[] amplitudes;
    private final double step;

    private OrderSpectrum(double[] accelerations, double readingsPerRevolution) {
        int n = accelerations.length;
        double mean = 0;
        for (double value : accelerations) {
            mean += value / n;
        }
        double[] weights = Taper.HANN.periodic(n);
        double[] tapered = new double[n];
        double gain = 0;
        for (int t = 0; t < n; t++) {
            tapered[t] = (accelerations[t] - mean) * weights[t];
            gain += weights[t];
        }
        ComplexVector transform = RealFourier.of(n).forward(tapered);
        amplitudes = new double[transform.size()];
        for (int k = 0; k < amplitudes.length; k++) {
            amplitudes[k] = 2 * transform.magnitude(k) / gain;
        }
        step = readingsPerRevolution / n;
    }

    /** Returns the spectrum of a block at constant speed. */
    public static OrderSpectrum of(Waveform block) {
        return new OrderSpectrum(block.accelerations(), block.rate() / block.requireShaftSpeed());
    }

    /** Returns the spectrum of a block of even angles. */
    public static OrderSpectrum of(AngularWaveform block) {
        return new OrderSpectrum(block.accelerations(), block.readingsPerRevolution());
    }

    public int size() {
        return amplitudes.length;
    }

    /** Returns the distance from one order to the next: one over the revolutions of the block. */
    public double step() {
        return step;
    }

    public double order(int bin) {
        return bin * step;
    }

    /** Returns an amplitude, in m/s2. */
    public double amplitude(int bin) {
        return amplitudes[bin];
    }

    /** Returns the largest amplitude within a distance of an order, in m/s2; at least the nearest bin is looked at. */
    public double amplitude(double order, double within) {
        int from = (int) Math.ceil((order - within) / step);
        int to = (int) Math.floor((order + within) / step);
        int nearest = (int) Math.rint(order / step);
        double largest = 0;
        for (int k = Math.min(from, nearest); k <= Math.max(to, nearest); k++) {
            largest = k >= 0 && k < amplitudes.length ? Math.max(largest, amplitudes[k]) : largest;
        }
        return largest;
    }
}
