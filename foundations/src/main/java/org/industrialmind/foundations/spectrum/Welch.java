package org.industrialmind.foundations.spectrum;

/**
 * Power spectra by Welch's method: the mean of the periodograms of overlapping, tapered segments.
 *
 * <p>The periodogram of a whole signal does not settle as the signal gets longer: it gains frequencies, and each stays as
 * uncertain as its own size. Cutting the signal into K segments trades resolution, rate / segment, for a variance that
 * falls as 1 / K; overlapping by half wins back most of what a Hann taper throws away [1]. Densities are scaled so that
 * their sum times the step is the mean square of the signal.
 *
 * <p>Complexity: O(n log segment).
 *
 * <ol>
 *   <li>Welch 1967, The use of fast Fourier transform for the estimation of power spectra, IEEE Trans. Audio 15(2).
 * </ol>
 *
 * @param segment readings in a segment
 * @param overlap readings that a segment shares with the next
 * @param taper weights of a segment
 * @param centred whether each segment's mean is taken away first
 */
public record Welch(int segment, int overlap, Taper taper, boolean centred) {
    /** @throws IllegalArgumentException unless the segment is positive and the overlap smaller than it */
    public Welch {
        if (segment < 1 || overlap < 0 || overlap >= segment) {
            throw new IllegalArgumentException("segments of " + segment + " readings that overlap by " + overlap
                    + ": expected at least one reading and an overlap from 0 to less than the segment");
        }
    }

    /** Segments of 256 readings that overlap by half, Hann's taper, centred. */
    public static Welch defaults() {
        return ofSegment(256);
    }

    /** Segments that overlap by half, Hann's taper, centred. */
    public static Welch ofSegment(int segment) {
        return new Welch(segment, segment / 2, Taper.HANN, true);
    }

    /**
     * Returns the periodogram: the spectrum of the signal as one segment, centred.
     *
     * @throws IllegalArgumentException if the signal is empty or holds a value that is not finite
     */
    public static PowerSpectrum periodogram(double[] signal, double rate, Taper taper) {
        Signals.requireAtLeast(signal, 1, "a periodogram");
        return new Welch(signal.length, 0, taper, true).density(signal, rate);
    }

    /**
     * Returns the power spectrum.
     *
     * @param rate readings per unit of time
     * @throws IllegalArgumentException if the signal is shorter than a segment or holds a value that is not finite
     */
    public PowerSpectrum density(double[] signal, double rate) {
        return cross(signal, signal, rate).first();
    }

    /**
     * Returns the spectra of two signals and what they share.
     *
     * @param rate readings per unit of time
     * @throws IllegalArgumentException if the signals differ in length, are shorter than a segment, or hold a value that
     *     is not finite
     */
    public CrossSpectrum cross(double[] first, double[] second, double rate) {
        Signals.requireRate(rate);
        Signals.requireAtLeast(first, segment, "a spectrum of segments of " + segment);
        Signals.requireFinite(second);
        if (first.length != second.length) {
            throw new IllegalArgumentException("a cross spectrum of " + first.length + " and " + second.length
                    + " readings: expected two signals of one length");
        }
        Sums sums = new Sums(RealFourier.of(segment), taper.periodic(segment), centred);
        boolean alike = first == second;
        int segments = 0;
        for (int from = 0; from + segment <= first.length; from += segment - overlap) {
            ComplexVector a = sums.transform(first, from);
            sums.add(a, alike ? a : sums.transform(second, from));
            segments++;
        }
        return sums.spectra(segments, rate);
    }

    /** The sums over segments. */
    private static final class Sums {
        private final RealFourier plan;
        private final double[] weights;
        private final boolean centred;
        private final double[] first;
        private final double[] second;
        private final double[] re;
        private final double[] im;

        Sums(RealFourier plan, double[] weights, boolean centred) {
            this.plan = plan;
            this.weights = weights;
            this.centred = centred;
            first = new double[plan.bins()];
            second = new double[plan.bins()];
            re = new double[plan.bins()];
            im = new double[plan.bins()];
        }

        ComplexVector transform(double[] signal, int from) {
            double mean = 0;
            for (int i = 0; centred && i < weights.length; i++) {
                mean += signal[from + i] / weights.length;
            }
            double[] tapered = new double[weights.length];
            for (int i = 0; i < tapered.length; i++) {
                tapered[i] = weights[i] * (signal[from + i] - mean);
            }
            return plan.forward(tapered);
        }

        void add(ComplexVector a, ComplexVector b) {
            for (int k = 0; k < first.length; k++) {
                first[k] += a.power(k);
                second[k] += b.power(k);
                re[k] += a.re(k) * b.re(k) + a.im(k) * b.im(k);
                im[k] += a.re(k) * b.im(k) - a.im(k) * b.re(k);
            }
        }

        CrossSpectrum spectra(int segments, double rate) {
            double energy = 0;
            for (double weight : weights) {
                energy += weight * weight;
            }
            int n = weights.length;
            for (int k = 0; k < first.length; k++) {
                boolean mirrored = k > 0 && 2 * k < n; // its twin at the negative frequency counts too
                double scale = (mirrored ? 2 : 1) / (rate * energy * segments);
                first[k] *= scale;
                second[k] *= scale;
                re[k] *= scale;
                im[k] *= scale;
            }
            double step = rate / n;
            return new CrossSpectrum(
                    new PowerSpectrum(step, first), new PowerSpectrum(step, second), new ComplexVector(re, im));
        }
    }
}
