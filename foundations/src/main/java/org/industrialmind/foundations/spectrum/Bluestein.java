package org.industrialmind.foundations.spectrum;

/**
 * The transform of any length as a convolution: with k t = (k^2 + t^2 - (k - t)^2) / 2 the sum becomes
 *
 * <pre>X[k] = c[k] * sum over t of (x[t] c[t]) conj(c[k - t]),   c[t] = exp(-pi i t^2 / n)
 * </pre>
 *
 * and a convolution is a product of transforms of a power of two of at least 2 n - 1.
 */
final class Bluestein implements Fourier.Plan {
    private final int length;
    private final Fourier padded;
    private final double[] chirpRe;
    private final double[] chirpIm;
    private final double[] filterRe; // transform of the conjugated chirp, wrapped around
    private final double[] filterIm;

    Bluestein(int length) {
        this.length = length;
        int size = Integer.highestOneBit(2 * length - 2) << 1;
        padded = Fourier.of(size);
        chirpRe = new double[length];
        chirpIm = new double[length];
        filterRe = new double[size];
        filterIm = new double[size];
        for (int t = 0; t < length; t++) {
            long turn = (long) t * t % (2L * length); // the square itself would lose the angle's digits
            chirpRe[t] = Fourier.cos(turn, 2L * length);
            chirpIm[t] = -Fourier.sin(turn, 2L * length);
            filterRe[t] = chirpRe[t];
            filterIm[t] = -chirpIm[t];
            if (t > 0) {
                filterRe[size - t] = chirpRe[t];
                filterIm[size - t] = -chirpIm[t];
            }
        }
        padded.forward(filterRe, filterIm);
    }

    @Override
    public void forward(double[] re, double[] im) {
        double[] a = new double[padded.length()];
        double[] b = new double[padded.length()];
        for (int t = 0; t < length; t++) {
            a[t] = re[t] * chirpRe[t] - im[t] * chirpIm[t];
            b[t] = re[t] * chirpIm[t] + im[t] * chirpRe[t];
        }
        padded.forward(a, b);
        for (int k = 0; k < a.length; k++) {
            double product = a[k] * filterRe[k] - b[k] * filterIm[k];
            b[k] = a[k] * filterIm[k] + b[k] * filterRe[k];
            a[k] = product;
        }
        padded.inverse(a, b);
        for (int k = 0; k < length; k++) {
            re[k] = a[k] * chirpRe[k] - b[k] * chirpIm[k];
            im[k] = a[k] * chirpIm[k] + b[k] * chirpRe[k];
        }
    }
}
