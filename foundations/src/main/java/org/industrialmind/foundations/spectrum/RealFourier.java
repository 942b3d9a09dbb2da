package org.industrialmind.foundations.spectrum;

/**
 * The Fourier transform of real signals: the n / 2 + 1 values from standstill to half the sampling rate; the others are
 * their mirror images.
 *
 * <p>A real signal of even length is read as a complex one of half the length, z[t] = x[2 t] + i x[2 t + 1], and the
 * transforms of its even and odd readings are told apart afterwards by their symmetry: half the work of the complex
 * transform. Odd lengths take the complex way.
 *
 * @see "Press et al. 2007, Numerical Recipes, 3rd ed., section 12.3"
 */
public final class RealFourier {
    private final int length;
    private final Fourier plan;
    private final double[] cos; // of k / n turns, for the values of an even length
    private final double[] sin;

    private RealFourier(int length, Fourier plan) {
        this.length = length;
        this.plan = plan;
        cos = new double[length % 2 == 0 ? bins() : 0];
        sin = new double[cos.length];
        for (int k = 0; k < cos.length; k++) {
            cos[k] = Fourier.cos(k, length);
            sin[k] = Fourier.sin(k, length);
        }
    }

    /**
     * Plans the transforms of one length.
     *
     * @throws IllegalArgumentException if the length is less than 1 or more than 2^28
     */
    public static RealFourier of(int length) {
        return new RealFourier(length, Fourier.of(length % 2 == 0 && length > 0 ? length / 2 : length));
    }

    public int length() {
        return length;
    }

    /** Returns how many values a transform has: n / 2 + 1. */
    public int bins() {
        return length / 2 + 1;
    }

    /**
     * Returns the transform of a signal. Shape: [n] -> [n / 2 + 1].
     *
     * @throws IllegalArgumentException if the signal has another length than the plan
     */
    public ComplexVector forward(double[] signal) {
        if (signal.length != length) {
            throw new IllegalArgumentException("a plan for " + length + " values got a signal of " + signal.length
                    + ": make a plan for that length");
        }
        return length % 2 == 0 ? even(signal) : odd(signal);
    }

    private ComplexVector odd(double[] signal) {
        ComplexVector all = plan.forward(signal);
        double[] re = new double[bins()];
        double[] im = new double[bins()];
        for (int k = 0; k < re.length; k++) {
            re[k] = all.re(k);
            im[k] = all.im(k);
        }
        return new ComplexVector(re, im);
    }

    private ComplexVector even(double[] signal) {
        int half = length / 2;
        double[] zr = new double[half];
        double[] zi = new double[half];
        for (int t = 0; t < half; t++) {
            zr[t] = signal[2 * t];
            zi[t] = signal[2 * t + 1];
        }
        plan.forward(zr, zi);
        double[] re = new double[half + 1];
        double[] im = new double[half + 1];
        for (int k = 0; k <= half; k++) {
            int at = k % half;
            int mirror = (half - k) % half;
            double evenRe = (zr[at] + zr[mirror]) / 2;
            double evenIm = (zi[at] - zi[mirror]) / 2;
            double oddRe = (zi[at] + zi[mirror]) / 2;
            double oddIm = (zr[mirror] - zr[at]) / 2;
            double c = cos[k];
            double s = -sin[k];
            re[k] = evenRe + c * oddRe - s * oddIm;
            im[k] = evenIm + c * oddIm + s * oddRe;
        }
        return new ComplexVector(re, im);
    }

    /**
     * Returns the signal of a transform; imaginary parts at standstill, and at half the rate of an even length, are
     * ignored, as no real signal has them. Shape: [n / 2 + 1] -> [n].
     *
     * @throws IllegalArgumentException if the transform has another number of values than {@link #bins()}
     */
    public double[] inverse(ComplexVector transform) {
        if (transform.size() != bins()) {
            throw new IllegalArgumentException("a transform of " + transform.size() + " values for a signal of "
                    + length + ": expected " + bins());
        }
        return length % 2 == 0 ? evenInverse(transform) : oddInverse(transform);
    }

    private double[] oddInverse(ComplexVector transform) {
        double[] re = new double[length];
        double[] im = new double[length];
        re[0] = transform.re(0);
        for (int k = 1; k < bins(); k++) {
            re[k] = transform.re(k);
            im[k] = transform.im(k);
            re[length - k] = transform.re(k);
            im[length - k] = -transform.im(k);
        }
        plan.inverse(re, im);
        return re;
    }

    private double[] evenInverse(ComplexVector transform) {
        int half = length / 2;
        double[] zr = new double[half];
        double[] zi = new double[half];
        for (int k = 0; k < half; k++) {
            double im = k == 0 ? 0 : transform.im(k);
            double mirrorIm = k == 0 ? 0 : transform.im(half - k);
            double evenRe = (transform.re(k) + transform.re(half - k)) / 2;
            double evenIm = (im - mirrorIm) / 2;
            double awayRe = (transform.re(k) - transform.re(half - k)) / 2;
            double awayIm = (im + mirrorIm) / 2;
            double c = cos[k];
            double s = sin[k];
            double oddRe = c * awayRe - s * awayIm;
            double oddIm = c * awayIm + s * awayRe;
            zr[k] = evenRe - oddIm;
            zi[k] = evenIm + oddRe;
        }
        plan.inverse(zr, zi);
        double[] signal = new double[length];
        for (int t = 0; t < half; t++) {
            signal[2 * t] = zr[t];
            signal[2 * t + 1] = zi[t];
        }
        return signal;
    }

    /**
     * Returns the frequency of each value of a transform.
     *
     * @param rate readings per unit of time
     */
    public double[] frequencies(double rate) {
        Signals.requireRate(rate);
        double[] all = new double[bins()];
        for (int k = 0; k < all.length; k++) {
            all[k] = k * rate / length;
        }
        return all;
    }
}
