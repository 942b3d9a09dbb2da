package org.industrialmind.learning.vibration;

import org.industrialmind.foundations.spectrum.PowerSpectrum;
import org.industrialmind.foundations.spectrum.Taper;
import org.industrialmind.foundations.spectrum.Welch;

/**
 * How the vibration of a block is spread over frequencies, as acceleration and, integrated, as velocity.
 *
 * <p>Integration in time runs away with the smallest offset. In frequency it is a division by 2 pi f, and the high pass that
 * it needs is the lower end of the band that is asked for. The block is tapered (Hann), so a line spreads over four bins
 * and hardly beyond: a band should begin two bins, 2 / seconds, above a line that it shall not see.
 */
public final class AccelerationSpectrum {
    private static final double MILLIMETRES = 1000;

    private final PowerSpectrum density; // (m/s2)^2 / Hz

    private AccelerationSpectrum(PowerSpectrum density) {
        this.density = density;
    }

    public static AccelerationSpectrum of(Waveform block) {
        return new AccelerationSpectrum(Welch.periodogram(block.accelerations(), block.rate(), Taper.HANN));
    }

    /** Returns the acceleration between two frequencies in Hz, both included: root mean square, m/s2. */
    public double accelerationRms(double from, double to) {
        requireBand(from, to);
        return Math.sqrt(density.power(from, to));
    }

    /**
     * Returns the velocity between two frequencies in Hz, both included: root mean square, mm/s.
     *
     * @throws IllegalArgumentException if the band begins at standstill or no frequency of the block lies in it
     */
    public double velocityRms(double from, double to) {
        requireBand(from, to);
        if (!(from > 0)) {
            throw new IllegalArgumentException(
                    "velocity from " + from + " Hz on: expected a band that begins above 0, where no offset is");
        }
        double sum = 0;
        int last = Math.min(density.size() - 1, (int) Math.floor(to / density.step()));
        for (int k = (int) Math.ceil(from / density.step()); k <= last; k++) {
            double omega = 2 * Math.PI * density.frequency(k);
            sum += density.density(k) * density.step() / (omega * omega);
        }
        return MILLIMETRES * Math.sqrt(sum);
    }

    /**
     * Returns the acceleration in each of the bands between neighbouring edges: root mean square, m/s2. Shape: [edge] ->
     * [edge - 1].
     *
     * @param edges in Hz, rising
     */
    public double[] bands(double... edges) {
        double[] rms = new double[edges.length - 1];
        for (int b = 0; b < rms.length; b++) {
            rms[b] = accelerationRms(edges[b], Math.nextDown(edges[b + 1])); // an edge belongs to the band above it
        }
        return rms;
    }

    private void requireBand(double from, double to) {
        double top = density.frequency(density.size() - 1);
        if (!(from >= 0 && from < to && from <= top && to >= density.step())) {
            throw new IllegalArgumentException(
                    "a band from " + from + " to " + to + " Hz: expected rising edges within 0 to " + top
                            + " Hz, which the block shows in steps of " + density.step() + " Hz");
        }
    }
}
