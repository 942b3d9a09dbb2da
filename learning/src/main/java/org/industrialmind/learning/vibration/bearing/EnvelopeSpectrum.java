package org.industrialmind.learning.vibration.bearing;

import org.industrialmind.foundations.spectrum.Band;
import org.industrialmind.foundations.spectrum.ComplexVector;
import org.industrialmind.foundations.spectrum.Fourier;
import org.industrialmind.foundations.spectrum.PowerSpectrum;
import org.industrialmind.foundations.spectrum.Taper;
import org.industrialmind.foundations.spectrum.Welch;
import org.industrialmind.learning.vibration.Waveform;

/**
 * How often the ringing of a band swells: the power spectrum of the length of its analytic signal. A fault that is rolled
 * over at 100 Hz and rings at 3 kHz has no line at 100 Hz in its own spectrum, and the strongest one here.
 *
 * <p>Band pass and analytic signal are one step in frequency: what lies outside the band and all negative frequencies are
 * dropped. The block counts as one period of a periodic signal, so a few readings at its ends are not to be trusted.
 */
public final class EnvelopeSpectrum {
    private EnvelopeSpectrum() {}

    /**
     * Returns the spectrum, in (m/s2)^2 per Hz.
     *
     * @throws IllegalArgumentException if the band reaches to half the rate
     */
    public static PowerSpectrum of(Waveform block, Band.BandPass band) {
        return Welch.periodogram(envelope(block, band), block.rate(), Taper.HANN);
    }

    /**
     * Returns the spectrum after every line of the block within the band has been given the same height, so that only their
     * phases speak: the hum of gears, blades and mains, strong but steady, no longer beats in the envelope, while impacts,
     * which are many weak lines in step, remain. Without unit.
     *
     * @throws IllegalArgumentException if the band reaches to half the rate
     * @see "Borghesani et al. 2013, Application of cepstrum pre-whitening for the diagnosis of bearing faults under variable
     *     speed conditions, MSSP 36(2)"
     */
    public static PowerSpectrum whitened(Waveform block, Band.BandPass band) {
        return Welch.periodogram(analytic(block, band, true), block.rate(), Taper.HANN);
    }

    /** Returns how hard the band rings at each reading, in m/s2. Shape: [reading]. */
    public static double[] envelope(Waveform block, Band.BandPass band) {
        return analytic(block, band, false);
    }

    private static double[] analytic(Waveform block, Band.BandPass band, boolean white) {
        band.requireBelow(block.rate());
        int n = block.size();
        double step = block.rate() / n;
        Fourier plan = Fourier.of(n);
        double[] re = block.accelerations();
        double[] im = new double[n];
        plan.forward(re, im);
        for (int k = 0; k < n; k++) {
            boolean inside = k * step >= band.low() && k * step <= band.high(); // negative ones lie above half the rate
            double height = white ? Math.max(Math.hypot(re[k], im[k]), Double.MIN_NORMAL) : 1;
            re[k] = inside ? 2 * re[k] / height : 0;
            im[k] = inside ? 2 * im[k] / height : 0;
        }
        plan.inverse(re, im);
        return ComplexVector.of(re, im).magnitudes();
    }
}
