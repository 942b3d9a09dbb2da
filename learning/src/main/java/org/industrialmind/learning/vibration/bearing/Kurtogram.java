package org.industrialmind.learning.vibration.bearing;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.foundations.spectrum.Band;
import org.industrialmind.foundations.spectrum.ComplexVector;
import org.industrialmind.foundations.spectrum.Fourier;
import org.industrialmind.foundations.spectrum.RealFourier;
import org.industrialmind.learning.vibration.Waveform;

/**
 * How impulsive a block is in each of many bands: the way to the resonance that a fault's impacts excite, where nobody knows
 * it.
 *
 * <p>From standstill to half the rate the spectrum is cut into 2, 3, 4, 6, 8, 12, ... equal bands. The part of a band,
 * brought to the rate that its width needs, is its complex envelope c, and its spectral kurtosis is E|c|^4 / (E|c|^2)^2 - 2:
 * 0 for noise, -1 for a tone, large where energy comes in bursts. The cutting is done in one Fourier transform, exactly and
 * without the filters of [2], at the cost of ringing at the edges of bands, which kurtosis forgives.
 *
 * <p>A single knock, of a switch or a foot, is the most impulsive thing there is: trust a band that several blocks agree on.
 *
 * <p>Complexity: O(levels n log n).
 *
 * <ol>
 *   <li>Antoni 2006, The spectral kurtosis: a useful tool for characterising non-stationary signals, MSSP 20(2).
 *   <li>Antoni 2007, Fast computation of the kurtogram for the detection of transient faults, MSSP 21(1).
 * </ol>
 *
 * @param cells from wide to narrow, from low to high
 */
public record Kurtogram(List<Cell> cells) {
    private static final int FINEST = 96; // so many bands and all coarser ones divide the transform evenly

    /**
     * A band and its spectral kurtosis.
     *
     * @param low in Hz
     * @param high in Hz
     * @param readings of the complex envelope, from which the kurtosis was estimated
     */
    public record Cell(double low, double high, double kurtosis, int readings) {
        /** Returns the kurtosis in standard deviations of its estimate from as much noise, 2 / sqrt(readings). */
        public double significance() {
            return kurtosis * Math.sqrt(readings) / 2; // delta method on exponential powers: variance 4 / readings
        }
    }

    public Kurtogram {
        cells = List.copyOf(cells);
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("a kurtogram without bands: expected at least one");
        }
    }

    /**
     * Measures a block.
     *
     * @param narrowest no band is narrower, in Hz; thrice the highest fault frequency keeps three of its harmonics
     * @throws IllegalArgumentException if not even half the spectrum is that wide, or the block is shorter than 768 readings
     */
    public static Kurtogram of(Waveform block, double narrowest) {
        int half = block.size() / (2 * FINEST) * FINEST;
        if (half < 4 * FINEST || !(narrowest > 0 && 4 * narrowest <= block.rate())) {
            throw new IllegalArgumentException("a kurtogram of " + block.size() + " readings at " + block.rate()
                    + " Hz in bands of at least " + narrowest + " Hz: expected at least " + 8 * FINEST
                    + " readings, and bands of at most a quarter of the rate");
        }
        ComplexVector transform =
                RealFourier.of(2 * half).forward(block.part(0, 2 * half).accelerations());
        List<Cell> cells = new ArrayList<>();
        for (int bands : new int[] {2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 96}) {
            double width = block.rate() / 2 / bands;
            if (width < narrowest) {
                break;
            }
            Fourier plan = Fourier.of(half / bands);
            for (int b = 0; b < bands; b++) {
                double kurtosis = kurtosis(transform, b * (half / bands), plan);
                cells.add(new Cell(b * width, (b + 1) * width, kurtosis, half / bands));
            }
        }
        return new Kurtogram(cells);
    }

    /**
     * Returns the band whose kurtosis is the most significant, the first of equals; a narrow band has few readings and is
     * often impulsive by chance alone. Its edges are moved inwards by a thousandth, as none may be at 0 or half the rate.
     */
    public Band.BandPass best() {
        Cell best = cells.getFirst();
        for (Cell cell : cells) {
            best = cell.significance() > best.significance() ? cell : best;
        }
        double margin = (best.high() - best.low()) * 1e-3;
        return new Band.BandPass(best.low() + margin, best.high() - margin);
    }

    private static double kurtosis(ComplexVector transform, int from, Fourier plan) {
        int width = plan.length();
        double[] re = new double[width];
        double[] im = new double[width];
        for (int k = 0; k < width; k++) {
            boolean standstill = from + k == 0;
            re[k] = standstill ? 0 : transform.re(from + k);
            im[k] = standstill ? 0 : transform.im(from + k);
        }
        plan.inverse(re, im);
        double second = 0;
        double fourth = 0;
        for (int t = 0; t < width; t++) {
            double power = re[t] * re[t] + im[t] * im[t];
            second += power;
            fourth += power * power;
        }
        return second == 0 ? -1 : width * fourth / (second * second) - 2;
    }
}
